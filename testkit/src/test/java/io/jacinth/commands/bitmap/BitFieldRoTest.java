package io.jacinth.commands.bitmap;

import static io.jacinth.testkit.Bytes.bytes;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** BITFIELD_RO. */
@DualRun
class BitFieldRoTest {
  @Test
  void reads(TestServer server) {
    server.send("SET", "k", bytes(0x80, 0x01)).expectSimple("OK");
    server
        .send(
            "BITFIELD_RO",
            "k",
            "GET",
            "u8",
            "0",
            "GET",
            "i8",
            "0",
            "GET",
            "u16",
            "0",
            "GET",
            "u8",
            "#1")
        .expectArray(128, -128, 32769, 1);
    server.send("BITFIELD_RO", "missing", "GET", "u8", "0").expectArray(0);
    server.send("BITFIELD_RO", "k").expectArray();
  }

  @Test
  void refusesToWrite(TestServer server) {
    server
        .send("BITFIELD_RO", "k", "SET", "u8", "0", "1")
        .expectError("ERR BITFIELD_RO only supports the GET subcommand");
    server
        .send("BITFIELD_RO", "k", "INCRBY", "u8", "0", "1")
        .expectError("ERR BITFIELD_RO only supports the GET subcommand");
    server.send("BITFIELD_RO", "k", "OVERFLOW", "SAT", "GET", "u8", "0").expectArray(0);
    server
        .send("BITFIELD_RO", "k", "SET", "u8", "0", "x")
        .expectError("ERR value is not an integer or out of range");
    server.send("BITFIELD_RO", "k", "FOO").expectError("ERR syntax error");
    server.send("BITFIELD_RO", "k", "GET", "u8").expectError("ERR syntax error");
    server
        .send("BITFIELD_RO", "k", "GET", "u64", "0")
        .expectError(
            "ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.");
    server
        .send("BITFIELD_RO")
        .expectError("ERR wrong number of arguments for 'bitfield_ro' command");
  }

  @Test
  void refusesOtherTypes(TestServer server) {
    server.send("XADD", "x", "1-1", "f", "v").expect("1-1");
    server
        .send("BITFIELD_RO", "x", "GET", "u8", "0")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("BITFIELD_RO", "x", "SET", "u8", "0", "1")
        .expectError("ERR BITFIELD_RO only supports the GET subcommand");
  }
}
