package io.jacinth.commands.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@DualRun
@Since("7.2")
class ClientNoTouchTest {
  @Test
  @JacinthOnly("the test moves the clock")
  void usesLeaveNoTraceButForTouch(TestServer server) {
    server.send("SET", "k", "v");
    server.send("CLIENT", "NO-TOUCH", "on").expect("OK");
    server.advance(Duration.ofSeconds(10));
    server.send("GET", "k").expectBulk("v");
    server.send("OBJECT", "IDLETIME", "k").expectInteger(10);
    server.send("TOUCH", "k").expectInteger(1);
    server.send("OBJECT", "IDLETIME", "k").expectInteger(0);
    server.advance(Duration.ofSeconds(10));
    server.connect().send("GET", "k").expectBulk("v");
    server.send("OBJECT", "IDLETIME", "k").expectInteger(0);
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void isOffAgain(TestServer server) {
    server.send("SET", "k", "v");
    server.send("CLIENT", "NO-TOUCH", "ON").expect("OK");
    assertThat(server.send("CLIENT", "INFO").text()).contains(" flags=T ");
    server.send("CLIENT", "NO-TOUCH", "OFF").expect("OK");
    server.advance(Duration.ofSeconds(10));
    server.send("GET", "k").expectBulk("v");
    server.send("OBJECT", "IDLETIME", "k").expectInteger(0);
    server.send("CLIENT", "NO-TOUCH", "ON").expect("OK");
    server.send("RESET");
    server.advance(Duration.ofSeconds(10));
    server.send("GET", "k").expectBulk("v");
    server.send("OBJECT", "IDLETIME", "k").expectInteger(0);
  }

  @Test
  void refusesBadArguments(TestServer server) {
    server.send("CLIENT", "NO-TOUCH", "x").expectError("ERR syntax error");
    server
        .send("CLIENT", "NO-TOUCH")
        .expectError("ERR wrong number of arguments for 'client|no-touch' command");
  }
}
