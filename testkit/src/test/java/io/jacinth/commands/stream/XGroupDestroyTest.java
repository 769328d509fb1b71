package io.jacinth.commands.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XGROUP DESTROY. */
@DualRun
class XGroupDestroyTest {
  @Test
  void removesAGroup(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server
        .send("XREADGROUP", "GROUP", "g", "c", "STREAMS", "s", ">")
        .expectArray(
            List.of(
                "s",
                List.of(
                    List.of("1-0", List.of("f", "1")),
                    List.of("2-0", List.of("f", "2")),
                    List.of("3-0", List.of("f", "3")),
                    List.of("4-0", List.of("f", "4")))));
    server.send("XGROUP", "DESTROY", "s", "none").expectInteger(0);
    server.send("XGROUP", "DESTROY", "s", "g").expectInteger(1);
    server.send("XGROUP", "DESTROY", "s", "g").expectInteger(0);
    server.send("XINFO", "GROUPS", "s").expectArray();
    server
        .send("XGROUP", "DESTROY", "none", "g")
        .expectError(
            "ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.");
    server
        .send("XGROUP", "DESTROY", "s")
        .expectError("ERR wrong number of arguments for 'xgroup|destroy' command");
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XGROUP", "DESTROY", "k", "g")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }

  @Test
  void endsTheWaitOfReaders(TestServer server) {
    server.send("XGROUP", "CREATE", "s", "g", "$", "MKSTREAM").expectSimple("OK");
    server.send("CONFIG", "RESETSTAT").expectSimple("OK");
    try (TestConnection reader =
        Waiting.client(
            server, "XREADGROUP", "GROUP", "g", "c", "BLOCK", "0", "STREAMS", "s", ">")) {
      server.send("XGROUP", "DESTROY", "s", "g").expectInteger(1);
      reader.read().expectErrorStarting("NOGROUP ");
      assertThat(server.send("INFO", "stats").text()).contains("total_error_replies:1\r");
      assertThat(server.send("INFO", "errorstats").text()).contains("errorstat_NOGROUP:count=1\r");
    }
  }
}
