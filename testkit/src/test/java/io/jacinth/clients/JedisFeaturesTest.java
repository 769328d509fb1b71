package io.jacinth.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.Response;
import redis.clients.jedis.Transaction;
import redis.clients.jedis.csc.CacheConfig;
import redis.clients.jedis.csc.CacheStats;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisDataException;

/** Transactions, pub/sub, users and the client-side cache of Jedis, unmodified. */
@DualRun
@Timeout(60)
class JedisFeaturesTest {
  private static HostAndPort address(TestServer server) {
    return new HostAndPort("127.0.0.1", server.port());
  }

  private static JedisClientConfig over(RedisProtocol protocol) {
    return DefaultJedisClientConfig.builder().protocol(protocol).build();
  }

  private static Jedis connect(TestServer server, RedisProtocol protocol) {
    return new Jedis(address(server), over(protocol));
  }

  @ParameterizedTest
  @EnumSource(RedisProtocol.class)
  void runsTransactions(RedisProtocol protocol, TestServer server) {
    try (Jedis jedis = connect(server, protocol);
        Jedis other = connect(server, protocol)) {
      jedis.set("k", "1");
      Transaction transaction = jedis.multi();
      Response<Long> sum = transaction.incrBy("k", 41);
      Response<String> wrong = transaction.lpop("k");
      Response<String> value = transaction.get("k");
      assertThat(transaction.exec()).hasSize(3);
      assertThat(sum.get()).isEqualTo(42);
      assertThatThrownBy(wrong::get)
          .isInstanceOf(JedisDataException.class)
          .hasMessageStartingWith("WRONGTYPE");
      assertThat(value.get()).isEqualTo("42");

      jedis.watch("k");
      other.set("k", "changed");
      Transaction late = jedis.multi();
      late.set("k", "late");
      assertThat(late.exec()).isNull();
      assertThat(jedis.get("k")).isEqualTo("changed");
    }
  }

  /** Hears one channel and one pattern, and puts what it is told into a queue. */
  private static final class Listener extends JedisPubSub {
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Override
    public void onSubscribe(String channel, int count) {
      heard.add("+" + channel + count);
    }

    @Override
    public void onPSubscribe(String pattern, int count) {
      heard.add("+" + pattern + count);
    }

    @Override
    public void onMessage(String channel, String message) {
      heard.add(channel + "=" + message);
    }

    @Override
    public void onPMessage(String pattern, String channel, String message) {
      heard.add(pattern + " " + channel + "=" + message);
    }

    @Override
    public void onPong(String answer) {
      heard.add("pong " + answer);
    }

    String next() throws InterruptedException {
      return heard.poll(20, TimeUnit.SECONDS);
    }
  }

  @ParameterizedTest
  @EnumSource(RedisProtocol.class)
  void hearsChannels(RedisProtocol protocol, TestServer server) throws Exception {
    Listener listener = new Listener();
    try (Jedis jedis = connect(server, protocol);
        Jedis publisher = connect(server, protocol)) {
      CompletableFuture<Void> listening =
          CompletableFuture.runAsync(() -> jedis.subscribe(listener, "news"));
      assertThat(listener.next()).isEqualTo("+news1");
      listener.psubscribe("n*");
      assertThat(listener.next()).isEqualTo("+n*2");
      assertThat(publisher.publish("news", "one")).isEqualTo(2);
      assertThat(listener.next()).isEqualTo("news=one");
      assertThat(listener.next()).isEqualTo("n* news=one");
      listener.unsubscribe("news");
      assertThat(publisher.publish("none", "two")).isEqualTo(1);
      assertThat(listener.next()).isEqualTo("n* none=two");
      listener.punsubscribe("n*");
      listening.get(20, TimeUnit.SECONDS);
      assertThat(publisher.publish("news", "three")).isZero();
      assertThat(jedis.ping()).isEqualTo("PONG");
    }
  }

  private static Jedis connect(TestServer server, RedisProtocol protocol, String password) {
    return new Jedis(
        address(server),
        DefaultJedisClientConfig.builder()
            .protocol(protocol)
            .user("reader")
            .password(password)
            .build());
  }

  @ParameterizedTest
  @EnumSource(RedisProtocol.class)
  void logsIn(RedisProtocol protocol, TestServer server) {
    try (Jedis jedis = connect(server, protocol)) {
      jedis.aclSetUser("reader", "on", ">secret", "~open:*", "+@read", "+acl|whoami", "+client");
      jedis.set("open:k", "v");
    }
    try (Jedis reader = connect(server, protocol, "secret")) {
      assertThat(reader.aclWhoAmI()).isEqualTo("reader");
      assertThat(reader.get("open:k")).isEqualTo("v");
      assertThatThrownBy(() -> reader.get("closed"))
          .isInstanceOf(JedisAccessControlException.class);
      assertThatThrownBy(() -> reader.set("open:k", "w"))
          .isInstanceOf(JedisAccessControlException.class);
    }
    assertThatThrownBy(() -> connect(server, protocol, "wrong"))
        .isInstanceOf(JedisAccessControlException.class)
        .hasMessageStartingWith("WRONGPASS");
  }

  @Test
  @JacinthOnly("Jedis has no cache for servers before 7.4")
  void caches(TestServer server) {
    server.send("SET", "k", "1").expect("OK");
    CacheConfig cache = CacheConfig.builder().maxSize(100).build();
    try (JedisPooled jedis = new JedisPooled(address(server), over(RedisProtocol.RESP3), cache)) {
      assertThat(jedis.get("k")).isEqualTo("1");
      assertThat(jedis.get("k")).isEqualTo("1");
      assertThat(jedis.mget("k", "j")).containsExactly("1", null);
      assertThat(jedis.getCache().getSize()).isEqualTo(2);
      CacheStats statistics = jedis.getCache().getAndResetStats();
      assertThat(statistics.getHitCount()).isEqualTo(1);
      assertThat(statistics.getMissCount()).isEqualTo(2);

      server.send("SET", "j", "2").expect("OK");
      await(() -> jedis.mget("k", "j").equals(List.of("1", "2")));
      assertThat(jedis.get("k")).isEqualTo("1");
      statistics = jedis.getCache().getAndResetStats();
      assertThat(statistics.getMissCount()).isEqualTo(1);
      assertThat(statistics.getInvalidationCount()).isEqualTo(1);

      jedis.set("k", "3");
      assertThat(jedis.get("k")).isEqualTo("3");
      server.send("FLUSHALL").expect("OK");
      await(() -> jedis.get("k") == null);
      assertThat(jedis.mget("k", "j")).containsExactly(null, null);
    }
  }

  /**
   * The message to the cache goes its own way: it need not be there when the change is answered.
   */
  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
