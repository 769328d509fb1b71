package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BLMPOP. */
@DualRun
class BLMPopTest {
  @Test
  void takesWhatIsThere(TestServer server) {
    server.send("RPUSH", "a", "1", "2", "3", "4").expectInteger(4);
    server
        .send("BLMPOP", "1", "2", "none", "a", "LEFT", "COUNT", "3")
        .expectArray("a", List.of("1", "2", "3"));
    server.send("BLMPOP", "0", "2", "none", "a", "RIGHT").expectArray("a", List.of("4"));
    Lists.expectTimeout(server, "BLMPOP", "0.01", "2", "none", "a", "RIGHT");
    server.send("EXISTS", "a").expectInteger(0);
  }

  @Test
  void refusesWrongArguments(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("BLMPOP", "1", "1", "s", "LEFT")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("BLMPOP", "x", "1", "s", "LEFT")
        .expectError("ERR timeout is not a float or out of range");
    server.send("BLMPOP", "-1", "1", "a", "LEFT").expectError("ERR timeout is negative");
    server
        .send("BLMPOP", "-1", "0", "a", "LEFT")
        .expectError("ERR numkeys should be greater than 0");
    server
        .send("BLMPOP", "1", "0", "a", "LEFT")
        .expectError("ERR numkeys should be greater than 0");
    server
        .send("BLMPOP", "1", "x", "a", "LEFT")
        .expectError("ERR numkeys should be greater than 0");
    server.send("BLMPOP", "1", "2", "a", "LEFT").expectError("ERR syntax error");
    server.send("BLMPOP", "1", "1", "a", "UP").expectError("ERR syntax error");
    server
        .send("BLMPOP", "1", "1", "a", "LEFT", "COUNT", "0")
        .expectError("ERR count should be greater than 0");
    server.send("BLMPOP", "1", "1", "a", "LEFT", "COUNT").expectError("ERR syntax error");
    server.send("BLMPOP", "x", "1", "a", "UP").expectError("ERR syntax error");
    server
        .send("BLMPOP", "x", "1", "a", "LEFT", "COUNT", "0")
        .expectError("ERR count should be greater than 0");
    server
        .send("BLMPOP", "1", "1", "a")
        .expectError("ERR wrong number of arguments for 'blmpop' command");
  }

  @Test
  void waitsForElements(TestServer server) {
    TestConnection waiting = server.connect();
    waiting.write("BLMPOP", 0, 2, "a", "b", "RIGHT", "COUNT", 2).flush();
    Lists.awaitBlocked(server, 1);
    server.send("RPUSH", "b", "x", "y", "z").expectInteger(3);
    waiting.read().expectArray("b", List.of("z", "y"));
    server.send("LRANGE", "b", 0, -1).expectArray("x");
  }
}
