package io.jacinth.commands.bitmap;

import static io.jacinth.testkit.Bytes.bytes;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** BITPOS. */
@DualRun
class BitPosTest {
  @Test
  void findsTheFirstBit(TestServer server) {
    server.send("SET", "k", bytes(0xff, 0xf0, 0x00)).expectSimple("OK");
    server.send("BITPOS", "k", "0").expectInteger(12);
    server.send("BITPOS", "k", "1").expectInteger(0);
    server.send("BITPOS", "k", "1", "1").expectInteger(8);
    server.send("BITPOS", "k", "1", "2").expectInteger(-1);
    server.send("BITPOS", "k", "0", "0").expectInteger(12);
    server.send("BITPOS", "k", "0", "0", "0").expectInteger(-1);
    server.send("BITPOS", "k", "0", "0", "1").expectInteger(12);
    server.send("BITPOS", "k", "0", "2").expectInteger(16);
    server.send("BITPOS", "k", "0", "-1").expectInteger(16);
    server.send("BITPOS", "k", "1", "-2", "-1").expectInteger(8);
    server.send("BITPOS", "k", "1", "3").expectInteger(-1);
    server.send("BITPOS", "k", "0", "3").expectInteger(-1);
    server.send("BITPOS", "k", "0", "2", "1").expectInteger(-1);
    server.send("BITPOS", "missing", "0").expectInteger(0);
    server.send("BITPOS", "missing", "1").expectInteger(-1);
    server.send("SET", "ones", bytes(0xff, 0xff, 0xff)).expectSimple("OK");
    server.send("BITPOS", "ones", "0").expectInteger(24);
    server.send("BITPOS", "ones", "0", "0").expectInteger(24);
    server.send("BITPOS", "ones", "0", "0", "-1").expectInteger(-1);
    server.send("BITPOS", "ones", "0", "1", "-1", "BYTE").expectInteger(-1);
    server.send("BITPOS", "ones", "0", "2").expectInteger(24);
    server.send("SET", "empty", "").expectSimple("OK");
    server.send("BITPOS", "empty", "0").expectInteger(-1);
    server.send("BITPOS", "empty", "1").expectInteger(-1);
    server.send("SET", "n", "12").expectSimple("OK");
    server.send("BITPOS", "n", "1").expectInteger(2);
    server.send("BITPOS", "n", "0").expectInteger(0);
  }

  @Test
  void findsInRangesOfBits(TestServer server) {
    server.send("SET", "k", bytes(0x00, 0xff, 0xf0)).expectSimple("OK");
    server.send("BITPOS", "k", "1", "0", "-1", "BIT").expectInteger(8);
    server.send("BITPOS", "k", "1", "7", "15", "bit").expectInteger(8);
    server.send("BITPOS", "k", "1", "0", "7", "BIT").expectInteger(-1);
    server.send("BITPOS", "k", "0", "8", "-1", "BIT").expectInteger(20);
    server.send("BITPOS", "k", "0", "8", "19", "BIT").expectInteger(-1);
    server.send("BITPOS", "k", "0", "9", "9", "BIT").expectInteger(-1);
    server.send("BITPOS", "k", "1", "10", "10", "BIT").expectInteger(10);
    server.send("BITPOS", "k", "1", "20", "22", "BIT").expectInteger(-1);
    server.send("BITPOS", "k", "1", "-4", "-1", "BIT").expectInteger(-1);
    server.send("BITPOS", "k", "1", "23", "100", "BIT").expectInteger(-1);
    server.send("BITPOS", "k", "0", "24", "100", "BIT").expectInteger(-1);
    server.send("BITPOS", "k", "0", "23", "100", "BIT").expectInteger(23);
  }

  @Test
  void findsInLongStrings(TestServer server) {
    server.send("SETBIT", "k", "800007", "1").expectInteger(0);
    server.send("BITPOS", "k", "1").expectInteger(800007);
    server.send("BITPOS", "k", "1", "100000").expectInteger(800007);
    server.send("BITPOS", "k", "1", "100001").expectInteger(-1);
    server.send("BITPOS", "k", "0", "100000").expectInteger(800000);
    server.send("BITPOS", "k", "1", "0", "800006", "BIT").expectInteger(-1);
    server.send("BITPOS", "k", "1", "3", "800007", "BIT").expectInteger(800007);
    server.send("BITOP", "NOT", "not", "k").expectInteger(100001);
    server.send("BITPOS", "not", "0").expectInteger(800007);
    server.send("BITPOS", "not", "0", "100001").expectInteger(-1);
    server.send("BITPOS", "not", "1", "100000").expectInteger(800000);
  }

  @Test
  void refusesWrongArguments(TestServer server) {
    server.send("SET", "k", "v").expectSimple("OK");
    server.send("BITPOS", "k", "2").expectError("ERR The bit argument must be 1 or 0.");
    server.send("BITPOS", "k", "-1").expectError("ERR The bit argument must be 1 or 0.");
    server.send("BITPOS", "k", "x").expectError("ERR value is not an integer or out of range");
    server.send("BITPOS", "k", "1", "x").expectError("ERR value is not an integer or out of range");
    server
        .send("BITPOS", "k", "1", "0", "x")
        .expectError("ERR value is not an integer or out of range");
    server.send("BITPOS", "k", "1", "0", "1", "x").expectError("ERR syntax error");
    server.send("BITPOS", "k", "1", "0", "1", "BIT", "BIT").expectError("ERR syntax error");
    server.send("BITPOS", "k").expectError("ERR wrong number of arguments for 'bitpos' command");
  }

  @Test
  @Since("7.2")
  void checksTheRangeBeforeTheKey(TestServer server) {
    server
        .send("BITPOS", "missing", 1, "x")
        .expectError("ERR value is not an integer or out of range");
    server.send("BITPOS", "missing", 1, 0, 1, "x").expectError("ERR syntax error");
    server.send("BITPOS", "missing", 1, 0, "x", "x").expectError("ERR syntax error");
    server.send("BITPOS", "missing", 1, 0, 1, "BIT", "x").expectError("ERR syntax error");
  }

  @Test
  void refusesOtherTypes(TestServer server) {
    server.send("XADD", "x", "1-1", "f", "v").expect("1-1");
    server
        .send("BITPOS", "x", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("BITPOS", "x", "2").expectError("ERR The bit argument must be 1 or 0.");
  }
}
