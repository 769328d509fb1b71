package io.jacinth.commands.bitmap;

import static io.jacinth.testkit.Bytes.bytes;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** BITOP. */
@DualRun
class BitOpTest {
  @Test
  void combinesStrings(TestServer server) {
    server.send("MSET", "a", "foobar", "b", "abcdef").expectSimple("OK");
    server.send("BITOP", "AND", "d", "a", "b").expectInteger(6);
    server.send("GET", "d").expectBulk("`bc`ab");
    server.send("BITOP", "or", "d", "a", "b").expectInteger(6);
    server.send("GET", "d").expectBulk("goofev");
    server.send("BITOP", "XOR", "d", "a", "b").expectInteger(6);
    server.send("GET", "d").expectBulk("\007\r\014\006\004\024");
    server.send("BITOP", "NOT", "d", "a").expectInteger(6);
    server.send("GET", "d").expect(bytes(0x99, 0x90, 0x90, 0x9d, 0x9e, 0x8d));
    server.send("BITOP", "AND", "d", "a").expectInteger(6);
    server.send("GET", "d").expectBulk("foobar");
    server.send("OBJECT", "ENCODING", "d").expectBulk("raw");
    server.send("SET", "n", "12345").expectSimple("OK");
    server.send("BITOP", "AND", "d", "n", "a").expectInteger(6);
    server.send("GET", "d").expectBulk(" \"# !\000");
    server.send("BITOP", "XOR", "d", "n", "n", "n").expectInteger(5);
    server.send("GET", "d").expectBulk("12345");
    server.send("OBJECT", "ENCODING", "d").expectBulk("raw");
  }

  @Test
  void padsShorterStringsWithZeros(TestServer server) {
    server.send("MSET", "a", "abcdefgh", "b", bytes(0xff, 0xff, 0xff), "c", "").expectSimple("OK");
    server.send("BITOP", "AND", "d", "a", "b").expectInteger(8);
    server.send("GET", "d").expectBulk("abc\000\000\000\000\000");
    server.send("BITOP", "OR", "d", "b", "a", "c").expectInteger(8);
    server.send("GET", "d").expect(bytes(0xff, 0xff, 0xff, 0x64, 0x65, 0x66, 0x67, 0x68));
    server.send("BITOP", "XOR", "d", "b", "a", "missing").expectInteger(8);
    server.send("GET", "d").expect(bytes(0x9e, 0x9d, 0x9c, 0x64, 0x65, 0x66, 0x67, 0x68));
    server.send("BITOP", "NOT", "d", "b").expectInteger(3);
    server.send("GET", "d").expectBulk("\000\000\000");
    server.send("BITOP", "AND", "d", "a", "missing").expectInteger(8);
    server.send("GET", "d").expectBulk("\000\000\000\000\000\000\000\000");
  }

  @Test
  void mayWriteToASource(TestServer server) {
    server
        .send(
            "MSET",
            "a",
            "abcdefgh",
            "b",
            bytes(0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff))
        .expectSimple("OK");
    server.send("BITOP", "AND", "a", "a", "b").expectInteger(12);
    server.send("GET", "a").expectBulk("abc\000\000\000\000\000\000\000\000\000");
    server.send("BITOP", "XOR", "b", "b", "b").expectInteger(12);
    server.send("GET", "b").expectBulk("\000\000\000\000\000\000\000\000\000\000\000\000");
    server.send("BITOP", "XOR", "a", "a", "a", "a").expectInteger(12);
    server.send("GET", "a").expectBulk("abc\000\000\000\000\000\000\000\000\000");
    server.send("BITOP", "NOT", "a", "a").expectInteger(12);
    server
        .send("GET", "a")
        .expect(bytes(0x9e, 0x9d, 0x9c, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff));
    server.send("SET", "n", "7").expectSimple("OK");
    server.send("BITOP", "OR", "n", "n", "n").expectInteger(1);
    server.send("GET", "n").expectBulk("7");
    server.send("SET", "k", "abcdefghijklmnopqrstuvwxyz").expectSimple("OK");
    server.send("BITOP", "OR", "k", "k", "b").expectInteger(26);
    server.send("GET", "k").expectBulk("abcdefghijklmnopqrstuvwxyz");
  }

  @Test
  void replacesTheDestination(TestServer server) {
    server.send("SET", "d", "x", "EX", "1000").expectSimple("OK");
    server.send("SET", "a", "abc").expectSimple("OK");
    server.send("BITOP", "OR", "d", "a").expectInteger(3);
    server.send("TTL", "d").expectInteger(-1);
    server.send("GET", "d").expectBulk("abc");
    server
        .send("SET", "d", "0123456789012345678901234567890123456789", "EX", "1000")
        .expectSimple("OK");
    server.send("BITOP", "OR", "d", "a", "d").expectInteger(40);
    server.send("TTL", "d").expectInteger(-1);
    server.send("GET", "d").expectBulk("qss3456789012345678901234567890123456789");
    server.send("SET", "d", "x", "EX", "1000").expectSimple("OK");
    server.send("BITOP", "OR", "d", "missing").expectInteger(0);
    server.send("EXISTS", "d").expectInteger(0);
    server.send("BITOP", "AND", "none", "missing", "missing").expectInteger(0);
    server.send("EXISTS", "none").expectInteger(0);
    server.send("SET", "empty", "").expectSimple("OK");
    server.send("SET", "d", "x").expectSimple("OK");
    server.send("BITOP", "NOT", "d", "empty").expectInteger(0);
    server.send("EXISTS", "d").expectInteger(0);
  }

  @Test
  void refusesWrongArguments(TestServer server) {
    server.send("SET", "a", "x").expectSimple("OK");
    server
        .send("BITOP", "NOT", "d", "a", "a")
        .expectError("ERR BITOP NOT must be called with a single source key.");
    server.send("BITOP", "FOO", "d", "a").expectError("ERR syntax error");
    server
        .send("BITOP", "FOO", "d")
        .expectError("ERR wrong number of arguments for 'bitop' command");
    server
        .send("BITOP", "AND", "d")
        .expectError("ERR wrong number of arguments for 'bitop' command");
    server.send("EXISTS", "d").expectInteger(0);
  }

  @Test
  void combinesLongStrings(TestServer server) {
    byte[] first = new byte[100_003];
    byte[] second = new byte[70_001];
    new SplittableRandom(1).nextBytes(first);
    new SplittableRandom(2).nextBytes(second);
    server.send("SET", "a", first).expect("OK");
    server.send("SET", "b", second).expect("OK");
    for (String operation : List.of("AND", "OR", "XOR")) {
      byte[] expected = new byte[first.length];
      for (int i = 0; i < first.length; i++) {
        int other = i < second.length ? second[i] : 0;
        expected[i] =
            (byte)
                switch (operation) {
                  case "AND" -> first[i] & other;
                  case "OR" -> first[i] | other;
                  default -> first[i] ^ other;
                };
      }
      server.send("BITOP", operation, "d", "b", "a").expectInteger(first.length);
      server.send("GET", "d").expect(expected);
      server.send("COPY", "b", "e", "REPLACE").expectInteger(1);
      server.send("BITOP", operation, "e", "a", "e").expectInteger(first.length);
      server.send("GET", "e").expect(expected);
    }
    server.send("BITOP", "NOT", "d", "b").expectInteger(second.length);
    server.send("BITOP", "NOT", "d", "d").expectInteger(second.length);
    server.send("GET", "d").expect(second);
  }

  @Test
  void takesMoreSourcesThanACallHasViews(TestServer server) {
    List<Object> request = new ArrayList<>(List.of("BITOP", "XOR", "d"));
    for (int i = 0; i < 300; i++) {
      server.send(
          "SET", "k" + i, i % 2 == 0 ? "" + (1000 + i) : "a longer text, number " + (1000 + i));
      request.add("k" + i);
    }
    server.send(request.toArray()).expectInteger(26);
    request.set(2, "k299");
    server.send(request.toArray()).expectInteger(26);
    byte[] expected = new byte[26];
    for (int i = 0; i < 300; i++) {
      String text = i % 2 == 0 ? "" + (1000 + i) : "a longer text, number " + (1000 + i);
      for (int j = 0; j < text.length(); j++) {
        expected[j] ^= (byte) text.charAt(j);
      }
    }
    server.send("GET", "d").expect(expected);
    server.send("GET", "k299").expect(expected);
  }

  @Test
  @Since("8.2")
  void knowsTheOperationsOfSetTheory(TestServer server) {
    server.send("SET", "x", bytes(0b1111_0000, 0xff)).expect("OK");
    server.send("SET", "y", bytes(0b1100_1100)).expect("OK");
    server.send("SET", "z", bytes(0b1010_1010, 0x0f, 0x0f)).expect("OK");
    server.send("BITOP", "DIFF", "d", "x", "y", "z").expectInteger(3);
    server.send("GET", "d").expect(bytes(0b0001_0000, 0xf0, 0));
    server.send("BITOP", "diff1", "d", "x", "y", "z").expectInteger(3);
    server.send("GET", "d").expect(bytes(0b0000_1110, 0, 0x0f));
    server.send("BITOP", "ANDOR", "d", "x", "y", "z").expectInteger(3);
    server.send("GET", "d").expect(bytes(0b1110_0000, 0x0f, 0));
    server.send("BITOP", "ONE", "d", "x", "y", "z").expectInteger(3);
    server.send("GET", "d").expect(bytes(0b0001_0110, 0xf0, 0x0f));
    server.send("BITOP", "ONE", "d", "x").expectInteger(2);
    server.send("GET", "d").expect(bytes(0b1111_0000, 0xff));
    server.send("BITOP", "DIFF", "x", "x", "x").expectInteger(2);
    server.send("GET", "x").expect(bytes(0, 0));
    for (String operation : List.of("DIFF", "DIFF1", "ANDOR")) {
      server
          .send("BITOP", operation, "d", "x")
          .expectError("ERR BITOP " + operation + " must be called with at least two source keys.");
    }
  }

  @Test
  void refusesOtherTypes(TestServer server) {
    server.send("XADD", "x", "1-1", "f", "v").expect("1-1");
    server.send("SET", "s", "abc").expect("OK");
    server
        .send("BITOP", "AND", "d", "s", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("BITOP", "NOT", "x", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("EXISTS", "d").expectInteger(0);
    server.send("BITOP", "NOT", "x", "s").expectInteger(3);
    server.send("TYPE", "x").expect("string");
    server.send("XADD", "y", "1-1", "f", "v").expect("1-1");
    server.send("BITOP", "OR", "y", "missing").expectInteger(0);
    server.send("EXISTS", "y").expectInteger(0);
  }
}
