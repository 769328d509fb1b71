package io.jacinth.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TrackingArgs;
import io.lettuce.core.TransactionResult;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.support.caching.CacheAccessor;
import io.lettuce.core.support.caching.CacheFrontend;
import io.lettuce.core.support.caching.ClientSideCaching;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transactions, pub/sub, users and the client-side cache of Lettuce, unmodified. */
@DualRun
@Timeout(60)
class LettuceFeaturesTest {
  static {
    // The server's native transports are on this class path; Lettuce would mix their event loops.
    System.setProperty("io.lettuce.core.iouring", "false");
    System.setProperty("io.lettuce.core.epoll", "false");
  }

  private final RedisClient client = RedisClient.create();

  @AfterEach
  void shutDown() {
    client.shutdown(0, 1, TimeUnit.SECONDS);
  }

  private static RedisURI uri(TestServer server) {
    return RedisURI.create("127.0.0.1", server.port());
  }

  private void speak(ProtocolVersion protocol) {
    client.setOptions(ClientOptions.builder().protocolVersion(protocol).build());
  }

  @ParameterizedTest
  @EnumSource(names = {"RESP2", "RESP3"})
  void runsTransactions(ProtocolVersion protocol, TestServer server) {
    speak(protocol);
    try (StatefulRedisConnection<String, String> connection = client.connect(uri(server))) {
      RedisCommands<String, String> redis = connection.sync();
      redis.multi();
      redis.set("k", "1");
      redis.incr("k");
      redis.lpop("k");
      TransactionResult result = redis.exec();
      assertThat(result.<Object>get(0)).isEqualTo("OK");
      assertThat(result.<Object>get(1)).isEqualTo(2L);
      assertThat(result.<Object>get(2)).isInstanceOf(RedisCommandExecutionException.class);
      redis.watch("k");
      server.send("SET", "k", 5).expect("OK");
      redis.multi();
      redis.set("k", "6");
      assertThat(redis.exec().wasDiscarded()).isTrue();
      assertThat(redis.get("k")).isEqualTo("5");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RESP2", "RESP3"})
  void hearsChannels(ProtocolVersion protocol, TestServer server) throws Exception {
    speak(protocol);
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (StatefulRedisPubSubConnection<String, String> connection =
        client.connectPubSub(uri(server))) {
      connection.addListener(
          new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String message) {
              heard.add(channel + "=" + message);
            }

            @Override
            public void message(String pattern, String channel, String message) {
              heard.add(pattern + " " + channel + "=" + message);
            }
          });
      connection.sync().subscribe("news");
      connection.sync().psubscribe("n*");
      server.send("PUBLISH", "news", "one").expectInteger(2);
      assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("news=one");
      assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("n* news=one");
      connection.sync().unsubscribe("news");
      connection.sync().punsubscribe("n*");
      server.send("PUBLISH", "news", "two").expectInteger(0);
      assertThat(connection.sync().ping()).isEqualTo("PONG");
      assertThat(heard).isEmpty();
    }
  }

  @Test
  void logsIn(TestServer server) {
    RedisURI login = uri(server);
    try (StatefulRedisConnection<String, String> connection = client.connect(uri(server))) {
      var rules = AclSetuserArgs.Builder.on().addPassword("secret").allKeys().allCommands();
      assertThat(connection.sync().aclSetuser("other", rules)).isEqualTo("OK");
    }
    login.setCredentialsProvider(
        RedisCredentialsProvider.from(() -> RedisCredentials.just("other", "secret")));
    try (StatefulRedisConnection<String, String> connection = client.connect(login)) {
      assertThat(connection.sync().aclWhoami()).isEqualTo("other");
    }
    login.setCredentialsProvider(
        RedisCredentialsProvider.from(() -> RedisCredentials.just("other", "wrong")));
    assertThatThrownBy(() -> client.connect(login)).isInstanceOf(RedisConnectionException.class);
  }

  @Test
  void caches(TestServer server) throws Exception {
    speak(ProtocolVersion.RESP3);
    server.send("SET", "k", "1").expect("OK");
    Map<String, String> cached = new ConcurrentHashMap<>();
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    try (StatefulRedisConnection<String, String> connection = client.connect(uri(server))) {
      CacheFrontend<String, String> cache =
          ClientSideCaching.enable(
              CacheAccessor.forMap(cached), connection, TrackingArgs.Builder.enabled());
      connection.addListener(message -> told.add(message.getType()));
      assertThat(cache.get("k")).isEqualTo("1");
      assertThat(cached).containsEntry("k", "1");
      server.send("SET", "k", "2").expect("OK");
      assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("invalidate");
      connection.sync().ping();
      assertThat(cached).isEmpty();
      assertThat(cache.get("k")).isEqualTo("2");
      connection.sync().set("k", "3");
      assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("invalidate");
      assertThat(cache.get("k")).isEqualTo("3");
      assertThat(connection.sync().clientTrackinginfo().getRedirect()).isZero();
      cache.close();
    }
  }
}
