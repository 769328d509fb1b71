package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SET. */
@DualRun
class SetTest {
  @Test
  void setsUnderConditions(TestServer server) {
    server.send("SET", "k", "v").expectSimple("OK");
    server.send("SET", "k", "w", "NX").expectNil();
    server.send("SET", "k", "w", "XX").expectSimple("OK");
    server.send("GET", "k").expectBulk("w");
    server.send("SET", "missing", "v", "XX").expectNil();
    server.send("SET", "new", "v", "NX").expectSimple("OK");
    server.send("SET", "k", "a", "GET").expectBulk("w");
    server.send("SET", "none", "a", "GET").expectNil();
    server.send("SET", "k", "b", "NX", "GET").expectBulk("a");
    server.send("SET", "none2", "c", "NX", "GET").expectNil();
    server.send("SET", "none3", "d", "XX", "GET").expectNil();
    server.send("EXISTS", "none3").expectInteger(0);
  }

  @Test
  void takesDeadlines(TestServer server) {
    server.send("SET", "k", "v", "EX", "100").expectSimple("OK");
    server.send("TTL", "k").expectInteger(100);
    server.send("SET", "k", "v").expectSimple("OK");
    server.send("TTL", "k").expectInteger(-1);
    server.send("SET", "k", "v", "PX", "100000").expectSimple("OK");
    server.send("SET", "k", "w", "KEEPTTL").expectSimple("OK");
    server.send("TTL", "k").expectInteger(100);
    server.send("SET", "k", "v", "EXAT", "33177117420").expectSimple("OK");
    server.send("EXPIRETIME", "k").expectInteger(33177117420L);
    server.send("SET", "k", "v", "PXAT", "33177117420000").expectSimple("OK");
    server.send("PEXPIRETIME", "k").expectInteger(33177117420000L);
    server.send("SET", "k", "v", "EXAT", "1").expectSimple("OK");
    server.send("GET", "k").expectNil();
    server.send("SET", "k", "v", "ex", "100", "nx").expectSimple("OK");
    server.send("TTL", "k").expectInteger(100);
  }

  @Test
  void refusesWrongOptions(TestServer server) {
    server.send("SET", "k", "v", "EX").expectError("ERR syntax error");
    server.send("SET", "k", "v", "EX", "0").expectError("ERR invalid expire time in 'set' command");
    server
        .send("SET", "k", "v", "EX", "-5")
        .expectError("ERR invalid expire time in 'set' command");
    server
        .send("SET", "k", "v", "PX", "x")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("SET", "k", "v", "EX", "9223372036854775807")
        .expectError("ERR invalid expire time in 'set' command");
    server
        .send("SET", "k", "v", "PXAT", "0")
        .expectError("ERR invalid expire time in 'set' command");
    server.send("SET", "k", "v", "NX", "XX").expectError("ERR syntax error");
    server.send("SET", "k", "v", "KEEPTTL", "EX", "10").expectError("ERR syntax error");
    server.send("SET", "k", "v", "EX", "10", "KEEPTTL").expectError("ERR syntax error");
    server.send("SET", "k", "v", "FOO").expectError("ERR syntax error");
    server.send("SET", "k").expectError("ERR wrong number of arguments for 'set' command");
    server.send("EXISTS", "k").expectInteger(0);
  }

  @Test
  void choosesTheEncoding(TestServer server) {
    server.send("SET", "k", "123").expectSimple("OK");
    server.send("OBJECT", "ENCODING", "k").expectBulk("int");
    server.send("SET", "k", "-0").expectSimple("OK");
    server.send("OBJECT", "ENCODING", "k").expectBulk("embstr");
    server.send("SET", "k", "9223372036854775808").expectSimple("OK");
    server.send("OBJECT", "ENCODING", "k").expectBulk("embstr");
    server.send("SET", "k", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa").expectSimple("OK");
    server.send("OBJECT", "ENCODING", "k").expectBulk("embstr");
    server.send("SET", "k", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa").expectSimple("OK");
    server.send("OBJECT", "ENCODING", "k").expectBulk("raw");
  }

  @Test
  @Since("8.1")
  void setsWhereTheKeyHoldsAString(TestServer server) {
    server.send("SET", "k", "a").expectSimple("OK");
    server.send("SET", "k", "b", "IFEQ", "x").expectNil();
    server.send("SET", "k", "b", "IFEQ", "a").expectSimple("OK");
    server.send("GET", "k").expectBulk("b");
    server.send("SET", "k", "c", "IFEQ", "b", "GET").expectBulk("b");
    server.send("SET", "missing", "c", "IFEQ", "b").expectNil();
    server.send("SET", "k", "c", "IFEQ", "b", "NX").expectError("ERR syntax error");
    server.send("SET", "k", "c", "IFEQ").expectError("ERR syntax error");
  }
}
