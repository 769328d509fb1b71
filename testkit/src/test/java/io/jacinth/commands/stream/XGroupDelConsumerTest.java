package io.jacinth.commands.stream;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XGROUP DELCONSUMER. */
@DualRun
class XGroupDelConsumerTest {
  @Test
  void removesAConsumerWithWhatItHas(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server
        .send("XREADGROUP", "GROUP", "g", "a", "COUNT", "3", "STREAMS", "s", ">")
        .expectArray(
            List.of(
                "s",
                List.of(
                    List.of("1-0", List.of("f", "1")),
                    List.of("2-0", List.of("f", "2")),
                    List.of("3-0", List.of("f", "3")))));
    server
        .send("XREADGROUP", "GROUP", "g", "b", "STREAMS", "s", ">")
        .expectArray(List.of("s", List.of(List.of("4-0", List.of("f", "4")))));
    server.send("XGROUP", "DELCONSUMER", "s", "g", "a").expectInteger(3);
    server.send("XGROUP", "DELCONSUMER", "s", "g", "a").expectInteger(0);
    server.send("XPENDING", "s", "g").expectArray(1, "4-0", "4-0", List.of(List.of("b", "1")));
    server
        .send("XREADGROUP", "GROUP", "g", "c", "STREAMS", "s", "0")
        .expectArray(List.of("s", List.of()));
    server.send("XGROUP", "CREATECONSUMER", "s", "g", "d").expectInteger(1);
    server.send("XGROUP", "DELCONSUMER", "s", "g", "d").expectInteger(0);
    server
        .send("XGROUP", "DELCONSUMER", "s", "none", "a")
        .expectError("NOGROUP No such consumer group 'none' for key name 's'");
    server
        .send("XGROUP", "DELCONSUMER", "none", "g", "a")
        .expectError(
            "ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.");
    server
        .send("XGROUP", "DELCONSUMER", "s", "g")
        .expectError("ERR wrong number of arguments for 'xgroup|delconsumer' command");
  }
}
