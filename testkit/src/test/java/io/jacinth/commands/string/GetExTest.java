package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** GETEX. */
@DualRun
class GetExTest {
  @Test
  void changesTheDeadline(TestServer server) {
    server.send("SET", "k", "v").expectSimple("OK");
    server.send("GETEX", "k").expectBulk("v");
    server.send("TTL", "k").expectInteger(-1);
    server.send("GETEX", "k", "EX", "100").expectBulk("v");
    server.send("TTL", "k").expectInteger(100);
    server.send("GETEX", "k", "PX", "100000").expectBulk("v");
    server.send("TTL", "k").expectInteger(100);
    server.send("GETEX", "k", "PERSIST").expectBulk("v");
    server.send("TTL", "k").expectInteger(-1);
    server.send("GETEX", "k", "EXAT", "33177117420").expectBulk("v");
    server.send("EXPIRETIME", "k").expectInteger(33177117420L);
    server.send("GETEX", "k", "PXAT", "33177117420000").expectBulk("v");
    server.send("PEXPIRETIME", "k").expectInteger(33177117420000L);
    server.send("GETEX", "k", "EXAT", "1").expectBulk("v");
    server.send("GET", "k").expectNil();
    server.send("GETEX", "missing", "EX", "10").expectNil();
  }

  @Test
  void refusesWrongOptions(TestServer server) {
    server.send("SET", "k", "v").expectSimple("OK");
    server.send("GETEX", "k", "EX").expectError("ERR syntax error");
    server.send("GETEX", "k", "EX", "0").expectError("ERR invalid expire time in 'getex' command");
    server.send("GETEX", "k", "EX", "-1").expectError("ERR invalid expire time in 'getex' command");
    server.send("GETEX", "k", "EX", "x").expectError("ERR value is not an integer or out of range");
    server
        .send("GETEX", "k", "EX", "9223372036854775807")
        .expectError("ERR invalid expire time in 'getex' command");
    server.send("GETEX", "k", "EX", "10", "PERSIST").expectError("ERR syntax error");
    server.send("GETEX", "k", "PERSIST", "EX", "10").expectError("ERR syntax error");
    server.send("GETEX", "k", "EX", "10", "PX", "10").expectError("ERR syntax error");
    server.send("GETEX", "k", "FOO").expectError("ERR syntax error");
    server.send("GETEX", "missing", "EX", "0").expectNil();
    server.send("GETEX").expectError("ERR wrong number of arguments for 'getex' command");
  }
}
