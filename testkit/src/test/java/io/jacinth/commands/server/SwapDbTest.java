package io.jacinth.commands.server;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SWAPDB. */
@DualRun
class SwapDbTest {
  @Test
  void exchangesTheKeys(TestServer server) {
    TestConnection other = server.connect();
    other.send("SELECT", 9).expect("OK");
    server.send("SET", "a", "zero", "EX", 100).expect("OK");
    other.send("SET", "a", "nine").expect("OK");
    server.send("SWAPDB", 0, 9).expectSimple("OK");
    server.send("GET", "a").expect("nine");
    server.send("TTL", "a").expectInteger(-1);
    other.send("GET", "a").expect("zero");
    other.send("TTL", "a").expectIntegerBetween(95, 100);
    server.send("SWAPDB", 3, 0).expect("OK");
    server.send("DBSIZE").expectInteger(0);
  }

  @Test
  void takesTheSameTwice(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("SWAPDB", 0, 0).expect("OK");
    server.send("GET", "a").expect("1");
  }

  @Test
  void refusesWhatIsNoDatabase(TestServer server) {
    server.send("SWAPDB", "x", "y").expectError("ERR invalid first DB index");
    server.send("SWAPDB", 0, "y").expectError("ERR invalid second DB index");
    server.send("SWAPDB", "99999999999", 0).expectError("ERR invalid first DB index");
    server.send("SWAPDB", 99, "99999999999").expectError("ERR invalid second DB index");
    server.send("SWAPDB", 16, 0).expectError("ERR DB index is out of range");
    server.send("SWAPDB", 0, -1).expectError("ERR DB index is out of range");
    server.send("SWAPDB", 0).expectError("ERR wrong number of arguments for 'swapdb' command");
  }
}
