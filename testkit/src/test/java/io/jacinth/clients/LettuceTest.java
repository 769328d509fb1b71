package io.jacinth.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.protocol.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The everyday calls of Lettuce, unmodified, over RESP2 and RESP3, synchronous and not. */
@DualRun
class LettuceTest {
  static {
    // The server's native transports are on this class path; Lettuce would mix their event loops.
    System.setProperty("io.lettuce.core.iouring", "false");
    System.setProperty("io.lettuce.core.epoll", "false");
  }

  private static void connected(
      TestServer server,
      ProtocolVersion protocol,
      Consumer<StatefulRedisConnection<String, String>> use) {
    RedisClient client =
        RedisClient.create(
            RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(server.port())
                .withClientName("lettuce-test")
                .build());
    client.setOptions(ClientOptions.builder().protocolVersion(protocol).build());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      use.accept(connection);
    } finally {
      client.shutdown(0, 1, TimeUnit.SECONDS);
    }
  }

  @Test
  void speaksResp2(TestServer server) {
    connected(server, ProtocolVersion.RESP2, LettuceTest::everydayCalls);
  }

  @Test
  void speaksResp3(TestServer server) {
    connected(server, ProtocolVersion.RESP3, LettuceTest::everydayCalls);
  }

  private static void everydayCalls(StatefulRedisConnection<String, String> connection) {
    RedisCommands<String, String> redis = connection.sync();
    assertThat(redis.ping()).isEqualTo("PONG");
    assertThat(redis.clientGetname()).isEqualTo("lettuce-test");
    assertThat(redis.set("k", "v", SetArgs.Builder.nx().px(100_000))).isEqualTo("OK");
    assertThat(redis.setGet("k", "w", SetArgs.Builder.keepttl())).isEqualTo("v");
    assertThat(redis.pttl("k")).isBetween(90_000L, 100_000L);
    assertThat(redis.getdel("k")).isEqualTo("w");
    assertThat(redis.incrby("n", 7)).isEqualTo(7);
    assertThat(redis.decr("n")).isEqualTo(6);
    assertThat(redis.mget("n", "none"))
        .containsExactly(KeyValue.just("n", "6"), KeyValue.empty("none"));
    assertThat(redis.setrange("s", 3, "x")).isEqualTo(4);
    assertThat(redis.strlen("s")).isEqualTo(4);
    assertThat(redis.touch("n", "s", "none")).isEqualTo(2);
    assertThat(redis.unlink("s")).isEqualTo(1);
    KeyScanCursor<String> page = redis.scan(ScanArgs.Builder.limit(1000));
    assertThat(page.getKeys()).containsExactly("n");
    assertThat(redis.info("server")).contains("redis_version:");
    assertThat(redis.configGet("maxmemory")).containsEntry("maxmemory", "0");
  }

  @Test
  void manyCommandsInFlight(TestServer server) {
    connected(
        server,
        ProtocolVersion.RESP3,
        connection -> {
          List<RedisFuture<Long>> futures = new ArrayList<>();
          for (int i = 0; i < 10_000; i++) {
            futures.add(connection.async().incr("counter"));
          }
          assertThat(futures.getLast().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join())
              .isEqualTo(10_000);
        });
  }
}
