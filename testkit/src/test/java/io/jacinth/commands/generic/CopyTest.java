package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** COPY. */
@DualRun
class CopyTest {
  @Test
  void copiesValueAndDeadline(TestServer server) {
    for (String value : new String[] {"1", "text", "x".repeat(100), "y".repeat(100_000)}) {
      server.send("SET", "a", value, "EX", 100).expect("OK");
      server.send("COPY", "a", "b").expectInteger(1);
      server.send("MGET", "a", "b").expectArray(value, value);
      server.send("TTL", "b").expectIntegerBetween(95, 100);
      server.send("APPEND", "b", "z").expectInteger(value.length() + 1);
      server.send("GET", "a").expect(value);
      server.send("DEL", "a", "b").expectInteger(2);
    }
  }

  @Test
  void replacesOnlyWhenTold(TestServer server) {
    server.send("SET", "a", "1").expect("OK");
    server.send("SET", "b", "2", "EX", 100).expect("OK");
    server.send("COPY", "a", "b").expectInteger(0);
    server.send("GET", "b").expect("2");
    server.send("COPY", "a", "b", "replace").expectInteger(1);
    server.send("GET", "b").expect("1");
    server.send("TTL", "b").expectInteger(-1);
    server.send("COPY", "none", "b", "REPLACE").expectInteger(0);
    server.send("GET", "b").expect("1");
  }

  @Test
  void copiesToAnotherDatabase(TestServer server) {
    TestConnection other = server.connect();
    other.send("SELECT", 9).expect("OK");
    server.send("SET", "a", "text", "EX", 100).expect("OK");
    server.send("COPY", "a", "a", "DB", 9).expectInteger(1);
    server.send("COPY", "a", "a", "DB", 9).expectInteger(0);
    server.send("COPY", "a", "a", "DB", 9, "REPLACE").expectInteger(1);
    server.send("COPY", "a", "b", "REPLACE", "DB", 0, "db", 9).expectInteger(1);
    other.send("MGET", "a", "b").expectArray("text", "text");
    other.send("TTL", "a").expectIntegerBetween(95, 100);
    server.send("DBSIZE").expectInteger(1);
  }

  @Test
  void checksTheOptionsBeforeTheKeys(TestServer server) {
    server.send("COPY", "a", "a", "FOO").expectError("ERR syntax error");
    server.send("COPY", "a", "b", "DB").expectError("ERR syntax error");
    server
        .send("COPY", "a", "b", "DB", "x", "FOO")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("COPY", "a", "b", "DB", "99999999999")
        .expectError("ERR value is out of range, value must between -2147483648 and 2147483647");
    server.send("COPY", "a", "b", "DB", 16).expectError("ERR DB index is out of range");
    server
        .send("COPY", "none", "none")
        .expectError("ERR source and destination objects are the same");
    server
        .send("COPY", "none", "none", "DB", 0)
        .expectError("ERR source and destination objects are the same");
    server.send("COPY", "a").expectError("ERR wrong number of arguments for 'copy' command");
  }

  @Test
  void keepsTheEncoding(TestServer server) {
    server.send("SET", "a", "ab").expect("OK");
    server.send("APPEND", "a", "c").expectInteger(3);
    server.send("COPY", "a", "b").expectInteger(1);
    server.send("OBJECT", "ENCODING", "b").expect("raw");
  }
}
