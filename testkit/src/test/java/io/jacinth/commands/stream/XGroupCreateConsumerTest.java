package io.jacinth.commands.stream;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Expectation;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XGROUP CREATECONSUMER. */
@DualRun
class XGroupCreateConsumerTest {
  @Test
  void makesAConsumer(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server.send("XGROUP", "CREATECONSUMER", "s", "g", "c").expectInteger(1);
    server.send("XGROUP", "CREATECONSUMER", "s", "g", "c").expectInteger(0);
    server.send("XGROUP", "CREATECONSUMER", "s", "g", "").expectInteger(1);
    server
        .send("XGROUP", "CREATECONSUMER", "s", "none", "c")
        .expectError("NOGROUP No such consumer group 'none' for key name 's'");
    server
        .send("XGROUP", "CREATECONSUMER", "none", "g", "c")
        .expectError(
            "ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.");
    server
        .send("XGROUP", "CREATECONSUMER", "s", "g")
        .expectError("ERR wrong number of arguments for 'xgroup|createconsumer' command");
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XGROUP", "CREATECONSUMER", "k", "g", "c")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("XINFO", "GROUPS", "s")
        .expectArray(
            List.of(
                "name",
                "g",
                "consumers",
                2,
                "pending",
                0,
                "last-delivered-id",
                "0-0",
                "entries-read",
                Expectation.nil(),
                "lag",
                4));
  }
}
