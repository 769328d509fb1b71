package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** MOVE. */
@DualRun
class MoveTest {
  @Test
  void movesValueAndDeadline(TestServer server) {
    TestConnection other = server.connect();
    other.send("SELECT", 9).expect("OK");
    for (String value : new String[] {"1", "text", "x".repeat(100), "y".repeat(100_000)}) {
      server.send("SET", "a", value, "EX", 100).expect("OK");
      server.send("MOVE", "a", 9).expectInteger(1);
      server.send("EXISTS", "a").expectInteger(0);
      other.send("GET", "a").expect(value);
      other.send("TTL", "a").expectIntegerBetween(95, 100);
      other.send("DEL", "a").expectInteger(1);
    }
  }

  @Test
  void leavesATakenNameAlone(TestServer server) {
    TestConnection other = server.connect();
    other.send("SELECT", 9).expect("OK");
    other.send("SET", "a", "theirs").expect("OK");
    server.send("SET", "a", "ours").expect("OK");
    server.send("MOVE", "a", 9).expectInteger(0);
    server.send("MOVE", "none", 9).expectInteger(0);
    server.send("GET", "a").expect("ours");
    other.send("GET", "a").expect("theirs");
  }

  @Test
  void checksTheDatabaseBeforeTheKey(TestServer server) {
    server.send("MOVE", "none", "x").expectError("ERR value is not an integer or out of range");
    server
        .send("MOVE", "none", "4294967297")
        .expectError("ERR value is out of range, value must between -2147483648 and 2147483647");
    server.send("MOVE", "none", 16).expectError("ERR DB index is out of range");
    server.send("MOVE", "none", -1).expectError("ERR DB index is out of range");
    server.send("MOVE", "none", 0).expectError("ERR source and destination objects are the same");
    server.send("MOVE", "a").expectError("ERR wrong number of arguments for 'move' command");
  }
}
