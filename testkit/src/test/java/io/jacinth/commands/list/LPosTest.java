package io.jacinth.commands.list;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** LPOS. */
@DualRun
class LPosTest {
  @Test
  void findsTheFirst(TestServer server) {
    server.send("RPUSH", "l", "a", "b", "c", "1", "2", "3", "c", "c").expectInteger(8);
    server.send("LPOS", "l", "a").expectInteger(0);
    server.send("LPOS", "l", "c").expectInteger(2);
    server.send("LPOS", "l", "3").expectInteger(5);
    server.send("LPOS", "l", "none").expectRaw("$-1\r\n");
    server.send("LPOS", "none", "a").expectRaw("$-1\r\n");
    server.send("LPOS", "l", "c", "RANK", "2").expectInteger(6);
    server.send("LPOS", "l", "c", "RANK", "4").expectRaw("$-1\r\n");
    server.send("LPOS", "l", "c", "RANK", "-1").expectInteger(7);
    server.send("LPOS", "l", "c", "RANK", "-3").expectInteger(2);
    server.send("LPOS", "l", "c", "RANK", "-4").expectRaw("$-1\r\n");
  }

  @Test
  void findsSeveral(TestServer server) {
    server.send("RPUSH", "l", "a", "b", "c", "1", "2", "3", "c", "c").expectInteger(8);
    server.send("LPOS", "l", "c", "COUNT", "0").expectArray(2, 6, 7);
    server.send("LPOS", "l", "c", "COUNT", "1").expectArray(2);
    server.send("LPOS", "l", "c", "COUNT", "2").expectArray(2, 6);
    server.send("LPOS", "l", "c", "COUNT", "0", "RANK", "-1").expectArray(7, 6, 2);
    server.send("LPOS", "l", "c", "COUNT", "2", "RANK", "-2").expectArray(6, 2);
    server.send("LPOS", "l", "none", "COUNT", "0").expectArray();
    server.send("LPOS", "none", "c", "COUNT", "2").expectArray();
    server.send("LPOS", "l", "c", "COUNT", "0", "MAXLEN", "3").expectArray(2);
    server.send("LPOS", "l", "c", "COUNT", "0", "MAXLEN", "2").expectArray();
    server.send("LPOS", "l", "c", "MAXLEN", "2").expectRaw("$-1\r\n");
    server.send("LPOS", "l", "c", "COUNT", "0", "MAXLEN", "7", "RANK", "2").expectArray(6);
    server.send("LPOS", "l", "c", "COUNT", "0", "MAXLEN", "2", "RANK", "-1").expectArray(7, 6);
    server.send("LPOS", "l", "c", "rank", "1", "count", "1", "maxlen", "0").expectArray(2);
  }

  @Test
  void refusesWrongOptions(TestServer server) {
    server.send("RPUSH", "l", "a").expectInteger(1);
    server
        .send("LPOS", "l", "a", "RANK", "0")
        .expectError(
            "ERR RANK can't be zero: use 1 to start from the first match, 2 from the second ... or use negative to start from the end of the list");
    server
        .send("LPOS", "l", "a", "RANK", "x")
        .expectError("ERR value is not an integer or out of range");
    server.send("LPOS", "l", "a", "COUNT", "-1").expectError("ERR COUNT can't be negative");
    server.send("LPOS", "l", "a", "COUNT", "x").expectError("ERR COUNT can't be negative");
    server.send("LPOS", "l", "a", "MAXLEN", "-1").expectError("ERR MAXLEN can't be negative");
    server.send("LPOS", "l", "a", "MAXLEN", "x").expectError("ERR MAXLEN can't be negative");
    server.send("LPOS", "l", "a", "RANK").expectError("ERR syntax error");
    server.send("LPOS", "l", "a", "FOO", "1").expectError("ERR syntax error");
    server.send("LPOS", "l").expectError("ERR wrong number of arguments for 'lpos' command");
    server.send("SET", "s", "x").expectSimple("OK");
    server
        .send("LPOS", "s", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("LPOS", "s", "a", "RANK", "0")
        .expectError(
            "ERR RANK can't be zero: use 1 to start from the first match, 2 from the second ... or use negative to start from the end of the list");
  }

  @Test
  @Since("7.2")
  void refusesARankWithoutAnOpposite(TestServer server) {
    server
        .send("LPOS", "l", "a", "RANK", Long.MIN_VALUE)
        .expectError(
            "ERR value is out of range, must be between -9223372036854775807 and"
                + " 9223372036854775807");
  }
}
