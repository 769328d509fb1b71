package io.jacinth.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.resps.ScanResult;

/** The everyday calls of Jedis, unmodified, over RESP2 and RESP3. */
@DualRun
class JedisTest {
  private static Jedis connect(TestServer server, RedisProtocol protocol) {
    return new Jedis(
        new HostAndPort("127.0.0.1", server.port()),
        DefaultJedisClientConfig.builder().protocol(protocol).clientName("jedis-test").build());
  }

  @Test
  void speaksResp2(TestServer server) {
    everydayCalls(server, RedisProtocol.RESP2);
  }

  @Test
  void speaksResp3(TestServer server) {
    everydayCalls(server, RedisProtocol.RESP3);
  }

  private static void everydayCalls(TestServer server, RedisProtocol protocol) {
    try (Jedis jedis = connect(server, protocol)) {
      assertThat(jedis.ping()).isEqualTo("PONG");
      assertThat(jedis.clientGetname()).isEqualTo("jedis-test");
      assertThat(jedis.set("k", "v", SetParams.setParams().nx().ex(100))).isEqualTo("OK");
      assertThat(jedis.set("k", "w", SetParams.setParams().nx())).isNull();
      assertThat(jedis.get("k")).isEqualTo("v");
      assertThat(jedis.ttl("k")).isBetween(99L, 100L);
      assertThat(jedis.incrBy("n", 41)).isEqualTo(41);
      assertThat(jedis.incr("n")).isEqualTo(42);
      assertThat(jedis.incrByFloat("f", 1.5)).isEqualTo(1.5);
      assertThat(jedis.mset("a", "1", "b", "2")).isEqualTo("OK");
      assertThat(jedis.mget("a", "none", "b")).containsExactly("1", null, "2");
      assertThat(jedis.append("a", "23")).isEqualTo(3);
      assertThat(jedis.getrange("a", 1, -1)).isEqualTo("23");
      assertThat(jedis.exists("a", "b", "none")).isEqualTo(2);
      assertThat(jedis.expire("a", 50)).isEqualTo(1);
      assertThat(jedis.persist("a")).isEqualTo(1);
      assertThat(jedis.type("a")).isEqualTo("string");
      assertThat(jedis.rename("a", "c")).isEqualTo("OK");
      assertThat(jedis.del("c", "b")).isEqualTo(2);
      assertThat(jedis.dbSize()).isEqualTo(3);
      assertThatThrownBy(() -> jedis.incr("k"))
          .isInstanceOf(JedisDataException.class)
          .hasMessage("ERR value is not an integer or out of range");
    }
  }

  @Test
  void pipelines(TestServer server) {
    try (Jedis jedis = connect(server, RedisProtocol.RESP3)) {
      Pipeline pipeline = jedis.pipelined();
      List<Response<Long>> sums = new ArrayList<>();
      for (int i = 0; i < 5000; i++) {
        pipeline.set("key:" + i, "value-" + i);
        sums.add(pipeline.incr("sum"));
      }
      pipeline.sync();
      assertThat(sums.getLast().get()).isEqualTo(5000);
      assertThat(jedis.get("key:4999")).isEqualTo("value-4999");
    }
  }

  @Test
  void scansEveryKey(TestServer server) {
    try (Jedis jedis = connect(server, RedisProtocol.RESP2)) {
      Set<String> expected = new HashSet<>();
      for (int i = 0; i < 500; i++) {
        jedis.set("scan:" + i, "x");
        expected.add("scan:" + i);
      }
      Set<String> found = new HashSet<>();
      String cursor = ScanParams.SCAN_POINTER_START;
      do {
        ScanResult<String> page = jedis.scan(cursor, new ScanParams().match("scan:*").count(50));
        found.addAll(page.getResult());
        cursor = page.getCursor();
      } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
      assertThat(found).isEqualTo(expected);
    }
  }
}
