package io.jacinth.commands.bitmap;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SETBIT. */
@DualRun
class SetBitTest {
  @Test
  void setsAndGrows(TestServer server) {
    server.send("SETBIT", "k", "1", "1").expectInteger(0);
    server.send("GET", "k").expectBulk("@");
    server.send("SETBIT", "k", "1", "1").expectInteger(1);
    server.send("SETBIT", "k", "2", "1").expectInteger(0);
    server.send("SETBIT", "k", "1", "0").expectInteger(1);
    server.send("GET", "k").expectBulk(" ");
    server.send("SETBIT", "k", "20", "1").expectInteger(0);
    server.send("GET", "k").expectBulk(" \000\010");
    server.send("STRLEN", "k").expectInteger(3);
    server.send("SETBIT", "new", "100", "0").expectInteger(0);
    server.send("STRLEN", "new").expectInteger(13);
    server.send("OBJECT", "ENCODING", "new").expectBulk("raw");
    server.send("SETBIT", "far", "8000000", "1").expectInteger(0);
    server.send("STRLEN", "far").expectInteger(1000001);
    server.send("BITCOUNT", "far").expectInteger(1);
  }

  @Test
  void changesTextAndNumbers(TestServer server) {
    server.send("SET", "n", "12").expectSimple("OK");
    server.send("SETBIT", "n", "7", "0").expectInteger(1);
    server.send("GET", "n").expectBulk("02");
    server.send("OBJECT", "ENCODING", "n").expectBulk("raw");
    server.send("SET", "e", "abc").expectSimple("OK");
    server.send("OBJECT", "ENCODING", "e").expectBulk("embstr");
    server.send("SETBIT", "e", "0", "0").expectInteger(0);
    server.send("OBJECT", "ENCODING", "e").expectBulk("raw");
    server.send("GET", "e").expectBulk("abc");
    server.send("SET", "t", "v", "EX", "1000").expectSimple("OK");
    server.send("SETBIT", "t", "100", "1").expectInteger(0);
    server.send("TTL", "t").expectInteger(1000);
  }

  @Test
  void refusesWrongArguments(TestServer server) {
    server
        .send("SETBIT", "k", "-1", "1")
        .expectError("ERR bit offset is not an integer or out of range");
    server
        .send("SETBIT", "k", "x", "1")
        .expectError("ERR bit offset is not an integer or out of range");
    server
        .send("SETBIT", "k", "4294967296", "1")
        .expectError("ERR bit offset is not an integer or out of range");
    server.send("SETBIT", "k", "0", "2").expectError("ERR bit is not an integer or out of range");
    server.send("SETBIT", "k", "0", "-1").expectError("ERR bit is not an integer or out of range");
    server.send("SETBIT", "k", "0", "x").expectError("ERR bit is not an integer or out of range");
    server
        .send("SETBIT", "k", "x", "x")
        .expectError("ERR bit offset is not an integer or out of range");
    server.send("SETBIT", "k", "0", "").expectError("ERR bit is not an integer or out of range");
    server.send("EXISTS", "k").expectInteger(0);
    server
        .send("SETBIT", "k", "0")
        .expectError("ERR wrong number of arguments for 'setbit' command");
    server
        .send("SETBIT", "k", "0", "1", "1")
        .expectError("ERR wrong number of arguments for 'setbit' command");
  }

  @Test
  void refusesOtherTypes(TestServer server) {
    server.send("XADD", "x", "1-1", "f", "v").expect("1-1");
    server
        .send("SETBIT", "x", "0", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("SETBIT", "x", "0", "2").expectError("ERR bit is not an integer or out of range");
  }
}
