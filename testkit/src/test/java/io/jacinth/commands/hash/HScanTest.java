package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** HSCAN. */
@DualRun
class HScanTest {
  @Test
  void answersASmallHashAtOnce(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server.send("HSET", "h", "a", 1, "b", 2, "c", 3).expectInteger(3);
    server.send("HSCAN", "h", 0).expectArray("0", List.of("a", "1", "b", "2", "c", "3"));
    server
        .send("HSCAN", "h", 0, "COUNT", 1)
        .expectArray("0", List.of("a", "1", "b", "2", "c", "3"));
    server.send("HSCAN", "h", 0, "MATCH", "b").expectArray("0", List.of("b", "2"));
    server
        .send("HSCAN", "h", 0, "MATCH", "[ac]", "COUNT", 100)
        .expectArray("0", List.of("a", "1", "c", "3"));
    server.send("HSCAN", "none", 0).expectArray("0", List.of());
    server
        .send("HSCAN", "s", 0)
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HSCAN", "h", "x").expectError("ERR invalid cursor");
    server.send("HSCAN", "h", 0, "COUNT", 0).expectError("ERR syntax error");
    server.send("HSCAN", "h", 0, "COUNT").expectError("ERR syntax error");
    server.send("HSCAN", "h", 0, "FOO", 1).expectError("ERR syntax error");
    server.send("HSCAN", "h", 0, "MATCH").expectError("ERR syntax error");
    server.send("HSCAN", "h").expectError("ERR wrong number of arguments for 'hscan' command");
    server.send("HSCAN", "none", 0, "FOO").expectArray("0", List.of());
  }
}
