package io.jacinth.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jacinth.client.RespException;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** client-output-buffer-limit: replies that are too long by themselves are not sent at all. */
@DualRun
class OutputBufferLimitTest {
  private static void limit(TestServer server) {
    server
        .send("CONFIG", "SET", "client-output-buffer-limit", "normal 100000 0 0 pubsub 100000 0 0")
        .expect("OK");
    server.send("SET", "k", "x".repeat(10_000)).expect("OK");
  }

  private static void expectLost(TestConnection client) {
    assertThatThrownBy(client::read).isInstanceOf(RespException.ConnectionLost.class);
  }

  @Test
  void aReplyThatIsTooLongIsNotSent(TestServer server) {
    limit(server);
    TestConnection client = server.connect();
    client.send("GETRANGE", "k", 0, -1).expectBulk("x".repeat(10_000));
    client.write("MGET", "k", "k", "k", "k", "k", "k", "k", "k", "k", "k", "k", "k").flush();
    expectLost(client);
    assertThat(server.send("PING").text()).isEqualTo("PONG");
  }

  @Test
  void norIsAMessage(TestServer server) {
    limit(server);
    TestConnection client = server.connect();
    client.send("SUBSCRIBE", "c").expectArray("subscribe", "c", 1);
    server.send("PUBLISH", "c", "x".repeat(50_000)).expectInteger(1);
    client.read().expectArray("message", "c", "x".repeat(50_000));
    server.send("PUBLISH", "c", "x".repeat(150_000)).expectInteger(1);
    expectLost(client);
  }
}
