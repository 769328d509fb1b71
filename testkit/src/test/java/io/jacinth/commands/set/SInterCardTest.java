package io.jacinth.commands.set;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SINTERCARD. */
@DualRun
class SInterCardTest {
  @Test
  void counts(TestServer server) {
    server.send("SADD", "a", "1", "2", "3", "x").expectInteger(4);
    server.send("SADD", "b", "2", "3", "4", "y").expectInteger(4);
    server.send("SADD", "c", "3").expectInteger(1);
    server.send("SADD", "i", "2", "3", "9").expectInteger(3);
    server.send("SINTERCARD", "1", "a").expectInteger(4);
    server.send("SINTERCARD", "2", "a", "b").expectInteger(2);
    server.send("SINTERCARD", "2", "a", "b", "LIMIT", "1").expectInteger(1);
    server.send("SINTERCARD", "2", "a", "b", "limit", "0").expectInteger(2);
    server.send("SINTERCARD", "2", "a", "b", "LIMIT", "9223372036854775807").expectInteger(2);
    server.send("SINTERCARD", "3", "a", "b", "c").expectInteger(1);
    server.send("SINTERCARD", "2", "a", "none").expectInteger(0);
    server.send("SINTERCARD", "1", "none").expectInteger(0);
    server.send("SINTERCARD", "0", "a").expectError("ERR numkeys should be greater than 0");
    server.send("SINTERCARD", "-1", "a").expectError("ERR numkeys should be greater than 0");
    server.send("SINTERCARD", "x", "a").expectError("ERR numkeys should be greater than 0");
    server
        .send("SINTERCARD", "2", "a")
        .expectError("ERR Number of keys can't be greater than number of args");
    server
        .send("SINTERCARD", "9223372036854775807", "a")
        .expectError("ERR Number of keys can't be greater than number of args");
    server.send("SINTERCARD", "1", "a", "b").expectError("ERR syntax error");
    server.send("SINTERCARD", "1", "a", "LIMIT").expectError("ERR syntax error");
    server.send("SINTERCARD", "1", "a", "LIMIT", "x").expectError("ERR LIMIT can't be negative");
    server.send("SINTERCARD", "1", "a", "LIMIT", "-1").expectError("ERR LIMIT can't be negative");
    server.send("SINTERCARD", "1", "a", "LIMIT", "1", "LIMIT", "2").expectInteger(2);
    server.send("SET", "str", "1").expectSimple("OK");
    server
        .send("SINTERCARD", "2", "none", "str")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("SINTERCARD", "2", "str", "none", "LIMIT", "-1")
        .expectError("ERR LIMIT can't be negative");
    server
        .send("SINTERCARD", "2", "str", "none")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("SINTERCARD").expectError("ERR wrong number of arguments for 'sintercard' command");
    server
        .send("SINTERCARD", "1")
        .expectError("ERR wrong number of arguments for 'sintercard' command");
  }
}
