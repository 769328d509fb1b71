package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** LMPOP. */
@DualRun
class LMPopTest {
  @Test
  void takesFromTheFirstThatThereIs(TestServer server) {
    server.send("RPUSH", "a", "1", "2", "3", "4").expectInteger(4);
    server.send("RPUSH", "b", "x").expectInteger(1);
    server.send("LMPOP", "3", "none", "a", "b", "LEFT").expectArray("a", List.of("1"));
    server.send("LMPOP", "2", "a", "b", "RIGHT", "COUNT", "2").expectArray("a", List.of("4", "3"));
    server.send("LMPOP", "2", "a", "b", "left", "count", "10").expectArray("a", List.of("2"));
    server.send("LMPOP", "2", "a", "b", "LEFT").expectArray("b", List.of("x"));
    server.send("LMPOP", "2", "a", "b", "LEFT").expectRaw("*-1\r\n");
    server.send("EXISTS", "a", "b").expectInteger(0);
  }

  @Test
  void refusesWrongArguments(TestServer server) {
    server.send("SET", "s", "x").expectSimple("OK");
    server.send("RPUSH", "a", "1").expectInteger(1);
    server
        .send("LMPOP", "1", "s", "LEFT")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("LMPOP", "2", "a", "s", "LEFT").expectArray("a", List.of("1"));
    server.send("LMPOP", "0", "a", "LEFT").expectError("ERR numkeys should be greater than 0");
    server.send("LMPOP", "-1", "a", "LEFT").expectError("ERR numkeys should be greater than 0");
    server.send("LMPOP", "x", "a", "LEFT").expectError("ERR numkeys should be greater than 0");
    server.send("LMPOP", "2", "a", "LEFT").expectError("ERR syntax error");
    server.send("LMPOP", "1", "a", "UP").expectError("ERR syntax error");
    server.send("LMPOP", "1", "a", "LEFT", "COUNT").expectError("ERR syntax error");
    server
        .send("LMPOP", "1", "a", "LEFT", "COUNT", "0")
        .expectError("ERR count should be greater than 0");
    server
        .send("LMPOP", "1", "a", "LEFT", "COUNT", "x")
        .expectError("ERR count should be greater than 0");
    server
        .send("LMPOP", "1", "a", "LEFT", "COUNT", "1", "COUNT", "1")
        .expectError("ERR syntax error");
    server.send("LMPOP", "1", "a", "LEFT", "FOO", "1").expectError("ERR syntax error");
    server.send("LMPOP", "9223372036854775807", "a", "LEFT").expectError("ERR syntax error");
    server.send("LMPOP", "1", "a").expectError("ERR wrong number of arguments for 'lmpop' command");
  }
}
