package io.jacinth.commands.bitmap;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** GETBIT. */
@DualRun
class GetBitTest {
  @Test
  void answersBitsAndZerosBeyond(TestServer server) {
    server.send("SET", "k", "`").expectSimple("OK");
    server.send("GETBIT", "k", "0").expectInteger(0);
    server.send("GETBIT", "k", "1").expectInteger(1);
    server.send("GETBIT", "k", "2").expectInteger(1);
    server.send("GETBIT", "k", "3").expectInteger(0);
    server.send("GETBIT", "k", "8").expectInteger(0);
    server.send("GETBIT", "k", "100").expectInteger(0);
    server.send("GETBIT", "k", "4294967295").expectInteger(0);
    server.send("GETBIT", "missing", "0").expectInteger(0);
    server.send("SET", "n", "12").expectSimple("OK");
    server.send("GETBIT", "n", "0").expectInteger(0);
    server.send("GETBIT", "n", "2").expectInteger(1);
    server.send("GETBIT", "n", "7").expectInteger(1);
    server.send("GETBIT", "n", "14").expectInteger(1);
    server.send("GETBIT", "n", "16").expectInteger(0);
  }

  @Test
  void refusesWrongOffsetsBeforeTypes(TestServer server) {
    server.send("SET", "k", "v").expectSimple("OK");
    server
        .send("GETBIT", "k", "-1")
        .expectError("ERR bit offset is not an integer or out of range");
    server
        .send("GETBIT", "k", "4294967296")
        .expectError("ERR bit offset is not an integer or out of range");
    server.send("GETBIT", "k", "x").expectError("ERR bit offset is not an integer or out of range");
    server
        .send("GETBIT", "k", "#1")
        .expectError("ERR bit offset is not an integer or out of range");
    server
        .send("GETBIT", "k", "1.5")
        .expectError("ERR bit offset is not an integer or out of range");
    server.send("GETBIT", "k", "").expectError("ERR bit offset is not an integer or out of range");
    server
        .send("GETBIT", "missing", "-1")
        .expectError("ERR bit offset is not an integer or out of range");
    server.send("GETBIT", "k").expectError("ERR wrong number of arguments for 'getbit' command");
    server
        .send("GETBIT", "k", "1", "2")
        .expectError("ERR wrong number of arguments for 'getbit' command");
  }

  @Test
  void refusesOtherTypes(TestServer server) {
    server.send("XADD", "x", "1-1", "f", "v").expect("1-1");
    server
        .send("GETBIT", "x", "0")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("GETBIT", "x", "-1")
        .expectError("ERR bit offset is not an integer or out of range");
  }
}
