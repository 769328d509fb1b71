package io.jacinth.commands.bitmap;

import static io.jacinth.testkit.Bytes.bytes;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** BITFIELD. */
@DualRun
class BitFieldTest {
  @Test
  void readsAndWritesFields(TestServer server) {
    server
        .send(
            "BITFIELD",
            "k",
            "SET",
            "u8",
            "0",
            "255",
            "GET",
            "u8",
            "0",
            "GET",
            "i8",
            "0",
            "GET",
            "u4",
            "4",
            "GET",
            "u16",
            "0")
        .expectArray(0, 255, -1, 15, 65280);
    server.send("GET", "k").expect(bytes(0xff));
    server
        .send("BITFIELD", "k", "SET", "i5", "100", "-3", "GET", "i5", "100", "GET", "u5", "100")
        .expectArray(0, -3, 29);
    server.send("STRLEN", "k").expectInteger(14);
    server
        .send("BITFIELD", "k", "SET", "u63", "3", "9223372036854775807", "GET", "u63", "3")
        .expectArray(8935141660703064064L, 9223372036854775807L);
    server
        .send(
            "BITFIELD",
            "k",
            "SET",
            "i64",
            "5",
            "-9223372036854775808",
            "GET",
            "i64",
            "5",
            "GET",
            "i63",
            "6")
        .expectArray(-8, -9223372036854775808L, 0);
    server
        .send("BITFIELD", "k", "INCRBY", "u2", "100", "1", "INCRBY", "u2", "102", "-1")
        .expectArray(0, 1);
    server
        .send("BITFIELD", "k", "get", "u8", "#0", "set", "u8", "#1", "65", "GET", "u8", "8")
        .expectArray(252, 0, 65);
    server.send("BITFIELD", "k", "GET", "u8", "100000").expectArray(0);
    server.send("BITFIELD", "k", "GET", "i64", "160").expectArray(0);
    server.send("BITFIELD", "k").expectArray();
    server
        .send("BITFIELD", "missing", "GET", "u8", "0", "GET", "i64", "4294967295")
        .expectArray(0, 0);
    server.send("EXISTS", "missing").expectInteger(0);
    server.send("SET", "n", "12").expectSimple("OK");
    server
        .send("BITFIELD", "n", "GET", "u8", "0", "GET", "u8", "8", "GET", "u8", "16")
        .expectArray(49, 50, 0);
    server.send("OBJECT", "ENCODING", "n").expectBulk("int");
    server.send("BITFIELD", "n", "SET", "u8", "0", "50").expectArray(49);
    server.send("GET", "n").expectBulk("22");
    server.send("OBJECT", "ENCODING", "n").expectBulk("raw");
  }

  @Test
  void wrapsSaturatesOrFails(TestServer server) {
    server.send("BITFIELD", "k", "SET", "u8", "0", "300").expectArray(0);
    server.send("BITFIELD", "k", "SET", "u8", "0", "-1", "GET", "u8", "0").expectArray(44, 255);
    server
        .send(
            "BITFIELD",
            "k",
            "OVERFLOW",
            "SAT",
            "SET",
            "u8",
            "0",
            "300",
            "GET",
            "u8",
            "0",
            "SET",
            "u8",
            "0",
            "-5",
            "GET",
            "u8",
            "0")
        .expectArray(255, 255, 255, 255);
    server
        .send(
            "BITFIELD",
            "k",
            "OVERFLOW",
            "SAT",
            "INCRBY",
            "i8",
            "8",
            "200",
            "INCRBY",
            "i8",
            "8",
            "-1000",
            "INCRBY",
            "i8",
            "8",
            "5")
        .expectArray(127, -128, -123);
    server
        .send(
            "BITFIELD",
            "k",
            "OVERFLOW",
            "FAIL",
            "INCRBY",
            "i8",
            "8",
            "-128",
            "INCRBY",
            "i8",
            "8",
            "5",
            "SET",
            "i8",
            "8",
            "128",
            "OVERFLOW",
            "WRAP",
            "SET",
            "i8",
            "8",
            "128",
            "GET",
            "i8",
            "8")
        .expectArray(null, -118, null, -118, -128);
    server
        .send("BITFIELD", "k", "INCRBY", "u8", "16", "-1", "INCRBY", "u8", "16", "2")
        .expectArray(255, 1);
    server
        .send(
            "BITFIELD",
            "k",
            "INCRBY",
            "i64",
            "0",
            "9223372036854775807",
            "INCRBY",
            "i64",
            "0",
            "9223372036854775807")
        .expectArray(9187344339347439615L, -36027697507336194L);
    server
        .send(
            "BITFIELD",
            "k",
            "OVERFLOW",
            "SAT",
            "INCRBY",
            "i64",
            "0",
            "9223372036854775807",
            "INCRBY",
            "i64",
            "0",
            "9223372036854775807",
            "INCRBY",
            "i64",
            "0",
            "-9223372036854775808",
            "INCRBY",
            "i64",
            "0",
            "-9223372036854775808",
            "INCRBY",
            "i64",
            "0",
            "-9223372036854775808")
        .expectArray(
            9187344339347439613L,
            9223372036854775807L,
            -1,
            -9223372036854775808L,
            -9223372036854775808L);
    server
        .send(
            "BITFIELD",
            "k",
            "OVERFLOW",
            "SAT",
            "INCRBY",
            "u63",
            "1",
            "9223372036854775807",
            "INCRBY",
            "u63",
            "1",
            "9223372036854775807",
            "INCRBY",
            "u63",
            "1",
            "-9223372036854775808")
        .expectArray(9223372036854775807L, 9223372036854775807L, 0);
    server
        .send(
            "BITFIELD",
            "k",
            "OVERFLOW",
            "SAT",
            "SET",
            "i8",
            "0",
            "9223372036854775807",
            "GET",
            "i8",
            "0",
            "SET",
            "i8",
            "0",
            "-9223372036854775808",
            "GET",
            "i8",
            "0",
            "SET",
            "i8",
            "0",
            "-129",
            "GET",
            "i8",
            "0")
        .expectArray(-128, 127, 127, 127, 127, -128);
    server
        .send("BITFIELD", "new", "OVERFLOW", "FAIL", "SET", "u1", "100", "2")
        .expectArray((Object) null);
    server.send("EXISTS", "new").expectInteger(1);
    server.send("STRLEN", "new").expectInteger(13);
  }

  @Test
  void refusesWrongArguments(TestServer server) {
    server
        .send("BITFIELD", "k", "GET", "u64", "0")
        .expectError(
            "ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.");
    server
        .send("BITFIELD", "k", "GET", "u0", "0")
        .expectError(
            "ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.");
    server
        .send("BITFIELD", "k", "GET", "i65", "0")
        .expectError(
            "ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.");
    server
        .send("BITFIELD", "k", "GET", "x8", "0")
        .expectError(
            "ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.");
    server
        .send("BITFIELD", "k", "GET", "u", "0")
        .expectError(
            "ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.");
    server
        .send("BITFIELD", "k", "GET", "", "0")
        .expectError(
            "ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.");
    server
        .send("BITFIELD", "k", "GET", "U8", "0")
        .expectError(
            "ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.");
    server
        .send("BITFIELD", "k", "GET", "u8", "-1")
        .expectError("ERR bit offset is not an integer or out of range");
    server
        .send("BITFIELD", "k", "GET", "u8", "x")
        .expectError("ERR bit offset is not an integer or out of range");
    server
        .send("BITFIELD", "k", "GET", "u8", "#x")
        .expectError("ERR bit offset is not an integer or out of range");
    server
        .send("BITFIELD", "k", "GET", "u8", "#")
        .expectError("ERR bit offset is not an integer or out of range");
    server
        .send("BITFIELD", "k", "GET", "u8", "4294967296")
        .expectError("ERR bit offset is not an integer or out of range");
    server
        .send("BITFIELD", "k", "GET", "u8", "#536870912")
        .expectError("ERR bit offset is not an integer or out of range");
    server
        .send("BITFIELD", "k", "GET", "u8", "#-1")
        .expectError("ERR bit offset is not an integer or out of range");
    server.send("BITFIELD", "k", "GET", "u8").expectError("ERR syntax error");
    server.send("BITFIELD", "k", "SET", "u8", "0").expectError("ERR syntax error");
    server
        .send("BITFIELD", "k", "SET", "u8", "0", "x")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("BITFIELD", "k", "INCRBY", "u8", "0", "9223372036854775808")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("BITFIELD", "k", "OVERFLOW", "x")
        .expectError("ERR Invalid OVERFLOW type specified");
    server.send("BITFIELD", "k", "OVERFLOW").expectError("ERR syntax error");
    server.send("BITFIELD", "k", "SET", "u8", "0", "1", "FOO").expectError("ERR syntax error");
    server
        .send("BITFIELD", "k", "SET", "u8", "0", "1", "GET", "u64", "0")
        .expectError(
            "ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.");
    server.send("EXISTS", "k").expectInteger(0);
    server.send("BITFIELD").expectError("ERR wrong number of arguments for 'bitfield' command");
  }

  @Test
  void refusesOtherTypes(TestServer server) {
    server.send("XADD", "x", "1-1", "f", "v").expect("1-1");
    server
        .send("BITFIELD", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("BITFIELD", "x", "GET", "u8", "0")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("BITFIELD", "x", "SET", "u8", "0", "1")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("BITFIELD", "x", "FOO").expectError("ERR syntax error");
  }
}
