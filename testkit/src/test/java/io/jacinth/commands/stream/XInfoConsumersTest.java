package io.jacinth.commands.stream;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XINFO CONSUMERS. */
@DualRun
class XInfoConsumersTest {
  @Test
  void checksItsArguments(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XGROUP", "CREATE", "s", "g", "0").expectSimple("OK");
    server.send("XINFO", "CONSUMERS", "s", "g").expectArray();
    server
        .send("XINFO", "CONSUMERS", "s", "none")
        .expectError("NOGROUP No such consumer group 'none' for key name 's'");
    server.send("XINFO", "CONSUMERS", "none", "g").expectError("ERR no such key");
    server
        .send("XINFO", "CONSUMERS", "s")
        .expectError("ERR wrong number of arguments for 'xinfo|consumers' command");
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XINFO", "CONSUMERS", "k", "g")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void tellsOfConsumers(TestServer server) {
    server.send("XADD", "s", 1, "f", "v").expectBulk("1-0");
    server.send("XGROUP", "CREATE", "s", "g", 0).expect("OK");
    server.send("XREADGROUP", "GROUP", "g", "b", "STREAMS", "s", ">");
    server.advance(Duration.ofMillis(10));
    server.send("XREADGROUP", "GROUP", "g", "b", "STREAMS", "s", ">").expectNil();
    server.send("XGROUP", "CREATECONSUMER", "s", "g", "a").expectInteger(1);
    server.advance(Duration.ofMillis(5));
    server
        .send("XINFO", "CONSUMERS", "s", "g")
        .expectArray(
            List.of("name", "a", "pending", 0, "idle", 5, "inactive", -1),
            List.of("name", "b", "pending", 1, "idle", 5, "inactive", 15));
  }
}
