package io.jacinth.limits;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jacinth.client.RespException;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** client-query-buffer-limit: how long an argument may be, its line end included. */
@DualRun
class QueryBufferLimitTest {
  private static final int MEGABYTE = 1 << 20;

  @Test
  void anArgumentAndItsLineEndMustFit(TestServer server) {
    server.send("CONFIG", "SET", "client-query-buffer-limit", MEGABYTE).expect("OK");
    TestConnection client = server.connect();
    client.send("SET", "k", "x".repeat(MEGABYTE - 2)).expect("OK");
    expectClosed(() -> client.send("SET", "k", "x".repeat(MEGABYTE - 1)));
    server.send("STRLEN", "k").expectInteger(MEGABYTE - 2);
  }

  @Test
  void aRequestMayBeLongerThanItsArguments(TestServer server) {
    server.send("CONFIG", "SET", "client-query-buffer-limit", MEGABYTE).expect("OK");
    List<Object> request = new ArrayList<>(List.of("MSET"));
    for (int i = 0; i < 5; i++) {
      request.add("k" + i);
      request.add("x".repeat(MEGABYTE / 2));
    }
    server.connect().send(request.toArray()).expect("OK");
    server.send("STRLEN", "k4").expectInteger(MEGABYTE / 2);
  }

  @Test
  void whatIsPipelinedBehindAWaitCounts(TestServer server) {
    server.send("CONFIG", "SET", "client-query-buffer-limit", MEGABYTE).expect("OK");
    TestConnection client = server.connect();
    client.write("BLPOP", "none", 0);
    expectClosed(
        () -> {
          for (int i = 0; i < 5; i++) {
            client.write("SET", "k", "x".repeat(MEGABYTE / 2));
          }
          client.read();
        });
  }

  private static void expectClosed(ThrowingCallable use) {
    assertThatThrownBy(use).isInstanceOf(RespException.ConnectionLost.class);
  }
}
