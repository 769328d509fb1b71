package io.jacinth.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.tls.TlsServer.Running;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.ProtocolVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.Response;

/** Clients as they are, over TLS, with certificates and passwords. */
@Timeout(120)
class ClientLibrariesTest {
  private static final String PRESENT = "io.jacinth.tls.TlsServer#present";

  static {
    // The server's native transports are on this class path; Lettuce would mix their event loops.
    System.setProperty("io.lettuce.core.iouring", "false");
    System.setProperty("io.lettuce.core.epoll", "false");
  }

  private static void makeUser(Running server) {
    server.admin().send("ACL", "SETUSER", "alice", "on", ">secret", "~*", "+@all").expect("OK");
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void jedis(TlsServer kind) throws IOException {
    SSLContext context = TlsClient.context("other");
    try (Running server = kind.start()) {
      makeUser(server);
      var config =
          DefaultJedisClientConfig.builder()
              .ssl(true)
              .timeoutMillis(30_000)
              .sslSocketFactory(context.getSocketFactory())
              .user("alice")
              .password("secret")
              .protocol(RedisProtocol.RESP3)
              .build();
      try (Jedis jedis = new Jedis(new HostAndPort("127.0.0.1", server.tlsPort()), config)) {
        assertThat(jedis.aclWhoAmI()).isEqualTo("alice");
        Pipeline pipeline = jedis.pipelined();
        List<Response<Long>> sums = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
          pipeline.set("key:" + i, "value-" + i);
          sums.add(pipeline.incr("sum"));
        }
        pipeline.sync();
        assertThat(sums.getLast().get()).isEqualTo(2000);
        assertThat(jedis.get("key:1999")).isEqualTo("value-1999");
      }
    }
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void lettuce(TlsServer kind) throws IOException {
    try (Running server = kind.start()) {
      makeUser(server);
      RedisClient client =
          RedisClient.create(
              RedisURI.builder()
                  .withHost("127.0.0.1")
                  .withPort(server.tlsPort())
                  .withSsl(true)
                  .withAuthentication("alice", "secret")
                  .build());
      client.setOptions(
          ClientOptions.builder()
              .protocolVersion(ProtocolVersion.RESP3)
              .sslOptions(
                  SslOptions.builder()
                      .jdkSslProvider()
                      .trustManager(Certificates.made().path("authority.crt").toFile())
                      .keyManager(
                          Certificates.made().path("other.crt").toFile(),
                          Certificates.made().path("other.key").toFile(),
                          new char[0])
                      .build())
              .build());
      try (StatefulRedisConnection<String, String> connection = client.connect()) {
        assertThat(connection.sync().aclWhoami()).isEqualTo("alice");
        assertThat(connection.sync().set("k", "x".repeat(100_000))).isEqualTo("OK");
        assertThat(connection.sync().get("k")).hasSize(100_000);
      } finally {
        client.shutdown(0, 1, TimeUnit.SECONDS);
      }
    }
  }

  @ParameterizedTest
  @MethodSource(PRESENT)
  void redisCli(TlsServer kind) throws IOException {
    try (Running server = kind.start()) {
      makeUser(server);
      Certificates files = Certificates.made();
      List<String> line =
          new ArrayList<>(List.of("redis-cli", "-p", "" + server.tlsPort(), "--tls"));
      line.addAll(List.of("--cacert", files.file("authority.crt")));
      line.addAll(List.of("--cert", files.file("other.crt"), "--key", files.file("other.key")));
      line.addAll(List.of("--user", "alice", "--pass", "secret", "--no-auth-warning"));
      line.addAll(List.of("ACL", "WHOAMI"));
      Process process;
      try {
        process = new ProcessBuilder(line).redirectErrorStream(true).start();
      } catch (IOException notInstalled) {
        Assumptions.abort("no redis-cli on the PATH");
        throw notInstalled;
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(output.strip()).isEqualTo("alice");
    }
  }
}
