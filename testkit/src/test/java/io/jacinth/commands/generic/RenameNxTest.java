package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** RENAMENX. */
@DualRun
class RenameNxTest {
  @Test
  void renamesToAFreeName(TestServer server) {
    server.send("SET", "a", "1", "EX", 100).expect("OK");
    server.send("RENAMENX", "a", "b").expectInteger(1);
    server.send("EXISTS", "a").expectInteger(0);
    server.send("GET", "b").expect("1");
    server.send("TTL", "b").expectIntegerBetween(95, 100);
  }

  @Test
  void leavesATakenNameAlone(TestServer server) {
    server.send("MSET", "a", 1, "b", 2).expect("OK");
    server.send("RENAMENX", "a", "b").expectInteger(0);
    server.send("MGET", "a", "b").expectArray("1", "2");
    server.send("RENAMENX", "a", "a").expectInteger(0);
    server.send("RENAMENX", "none", "a").expectError("ERR no such key");
    server.send("RENAMENX", "none", "none").expectError("ERR no such key");
    server
        .send("RENAMENX", "a")
        .expectError("ERR wrong number of arguments for 'renamenx' command");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void aNameIsFreeOnceItsKeyHasExpired(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("SET", "b", 2, "PX", 10).expect("OK");
    server.advance(Duration.ofMillis(10));
    server.send("RENAMENX", "a", "b").expectInteger(1);
    server.send("GET", "b").expect("1");
    server.send("TTL", "b").expectInteger(-1);
  }
}
