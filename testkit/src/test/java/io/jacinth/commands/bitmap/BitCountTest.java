package io.jacinth.commands.bitmap;

import static io.jacinth.testkit.Bytes.bytes;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** BITCOUNT. */
@DualRun
class BitCountTest {
  @Test
  void countsOnes(TestServer server) {
    server.send("SET", "k", "foobar").expectSimple("OK");
    server.send("BITCOUNT", "k").expectInteger(26);
    server.send("BITCOUNT", "k", "0", "0").expectInteger(4);
    server.send("BITCOUNT", "k", "1", "1").expectInteger(6);
    server.send("BITCOUNT", "k", "0", "-1").expectInteger(26);
    server.send("BITCOUNT", "k", "-2", "-1").expectInteger(7);
    server.send("BITCOUNT", "k", "-1", "-2").expectInteger(0);
    server.send("BITCOUNT", "k", "5", "1").expectInteger(0);
    server.send("BITCOUNT", "k", "-100", "100").expectInteger(26);
    server.send("BITCOUNT", "k", "-100", "-50").expectInteger(4);
    server.send("BITCOUNT", "k", "6", "10").expectInteger(0);
    server.send("BITCOUNT", "missing").expectInteger(0);
    server.send("BITCOUNT", "missing", "0", "-1").expectInteger(0);
    server.send("SET", "empty", "").expectSimple("OK");
    server.send("BITCOUNT", "empty").expectInteger(0);
    server.send("BITCOUNT", "empty", "0", "0").expectInteger(0);
    server.send("SET", "n", "123").expectSimple("OK");
    server.send("BITCOUNT", "n").expectInteger(10);
    server.send("BITCOUNT", "k", "-9223372036854775808", "9223372036854775807").expectInteger(26);
  }

  @Test
  void countsInRangesOfBits(TestServer server) {
    server.send("SET", "k", "foobar").expectSimple("OK");
    server.send("BITCOUNT", "k", "1", "1", "BYTE").expectInteger(6);
    server.send("BITCOUNT", "k", "5", "30", "BIT").expectInteger(17);
    server.send("BITCOUNT", "k", "5", "5", "bit").expectInteger(1);
    server.send("BITCOUNT", "k", "1", "6", "BIT").expectInteger(4);
    server.send("BITCOUNT", "k", "7", "8", "BIT").expectInteger(0);
    server.send("BITCOUNT", "k", "-8", "-1", "BIT").expectInteger(4);
    server.send("BITCOUNT", "k", "0", "-1", "BIT").expectInteger(26);
    server.send("BITCOUNT", "k", "47", "100", "BIT").expectInteger(0);
    server.send("BITCOUNT", "k", "48", "100", "BIT").expectInteger(0);
    server.send("BITCOUNT", "k", "-1", "-2", "BIT").expectInteger(0);
    server
        .send("BITCOUNT", "k", "-9223372036854775808", "9223372036854775807", "BIT")
        .expectInteger(26);
  }

  @Test
  void countsInLongStrings(TestServer server) {
    server.send("SETRANGE", "k", "99999", bytes(0xff)).expectInteger(100000);
    server.send("SETBIT", "k", "5", "1").expectInteger(0);
    server.send("SETBIT", "k", "400000", "1").expectInteger(0);
    server.send("BITCOUNT", "k").expectInteger(10);
    server.send("BITCOUNT", "k", "1", "-1").expectInteger(9);
    server.send("BITCOUNT", "k", "0", "-2").expectInteger(2);
    server.send("BITCOUNT", "k", "6", "400000", "BIT").expectInteger(1);
    server.send("BITCOUNT", "k", "6", "399999", "BIT").expectInteger(0);
    server.send("BITCOUNT", "k", "50001", "99999").expectInteger(8);
  }

  @Test
  void refusesWrongArguments(TestServer server) {
    server.send("SET", "k", "foobar").expectSimple("OK");
    server.send("BITCOUNT", "k", "1").expectError("ERR syntax error");
    server
        .send("BITCOUNT", "k", "1", "x")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("BITCOUNT", "k", "x", "1")
        .expectError("ERR value is not an integer or out of range");
    server.send("BITCOUNT", "k", "0", "1", "HELLO").expectError("ERR syntax error");
    server.send("BITCOUNT", "k", "0", "1", "BYTE", "BIT").expectError("ERR syntax error");
    server.send("BITCOUNT").expectError("ERR wrong number of arguments for 'bitcount' command");
  }

  @Test
  @Since("7.2")
  void checksTheRangeBeforeTheKey(TestServer server) {
    server.send("BITCOUNT", "missing", 1).expectError("ERR syntax error");
    server
        .send("BITCOUNT", "missing", "x", 1)
        .expectError("ERR value is not an integer or out of range");
    server.send("BITCOUNT", "missing", 0, 1, "x").expectError("ERR syntax error");
    server.send("BITCOUNT", "missing", 0, "x", "x").expectError("ERR syntax error");
  }

  @Test
  void refusesOtherTypes(TestServer server) {
    server.send("XADD", "x", "1-1", "f", "v").expect("1-1");
    server
        .send("BITCOUNT", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("BITCOUNT", "x", "0", "-1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }
}
