package io.jacinth.commands.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** LATENCY HISTOGRAM. */
@DualRun
class LatencyHistogramTest {
  @Test
  void countsCallsUpToEachLimit(TestServer server) {
    server.send("CONFIG", "RESETSTAT").expect("OK");
    server.send("DEBUG", "SLEEP", "0.01").expect("OK");
    server.send("DEBUG", "SLEEP", "0.6").expect("OK");
    server
        .resp3()
        .send("LATENCY", "HISTOGRAM", "debug")
        .expectRaw(
            "%1\r\n$5\r\ndebug\r\n%2\r\n$5\r\ncalls\r\n:2\r\n$14\r\nhistogram_usec\r\n"
                + "%2\r\n:16908\r\n:1\r\n:1073741\r\n:2\r\n");
  }

  @Test
  void answersTheCommandsThatWereCalled(TestServer server) {
    server.send("CONFIG", "RESETSTAT").expect("OK");
    server.send("LATENCY", "HISTOGRAM", "set", "nosuch", "get").expectArray();
    server.send("SET", "a", "x");
    server.send("CLIENT", "ID");
    server.send("CLIENT", "GETNAME");
    assertThat(server.send("LATENCY", "HISTOGRAM", "set", "nosuch", "get").elements()).hasSize(2);
    assertThat(server.send("LATENCY", "HISTOGRAM", "client").elements()).hasSize(4);
    assertThat(server.send("LATENCY", "HISTOGRAM", "client|id").elements()).hasSize(2);
    assertThat(server.send("LATENCY", "HISTOGRAM", "CLIENT", "Set").elements()).hasSize(6);
  }

  @Test
  void answersAllCommandsWhereNoneIsNamed(TestServer server) {
    server.send("CONFIG", "RESETSTAT").expect("OK");
    server.send("SET", "a", "x");
    server.send("LATENCY", "HISTOGRAM").expectMap("set", Expectation.any());
    assertThat(server.send("LATENCY", "HISTOGRAM").elements()).hasSize(6);
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void endsAtASecond(TestServer server) {
    server.send("CONFIG", "RESETSTAT").expect("OK");
    server.send("DEBUG", "SLEEP", "0").expect("OK");
    server.send("DEBUG", "SLEEP", "7").expect("OK");
    server
        .resp3()
        .send("LATENCY", "HISTOGRAM", "debug")
        .expectRaw(
            "%1\r\n$5\r\ndebug\r\n%2\r\n$5\r\ncalls\r\n:2\r\n$14\r\nhistogram_usec\r\n"
                + "%2\r\n:1\r\n:1\r\n:1073741\r\n:2\r\n");
  }
}
