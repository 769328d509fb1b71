package io.jacinth.commands.hyperloglog;

import static io.jacinth.testkit.Bytes.bytes;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PFADD. */
@DualRun
class PfAddTest {
  @Test
  void tellsWhetherAnythingChanged(TestServer server) {
    server.send("PFADD", "h", "a", "b", "c").expectInteger(1);
    server
        .send("GET", "h")
        .expect(
            bytes(
                0x48, 0x59, 0x4c, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x00, 0x80, 0x60, 0xf3, 0x80, 0x50, 0xb1, 0x84, 0x4b, 0xfb, 0x80, 0x42, 0x5a));
    server.send("PFADD", "h", "a", "b", "c").expectInteger(0);
    server.send("PFADD", "h", "d").expectInteger(1);
    server.send("PFADD", "h").expectInteger(0);
    server.send("PFADD", "empty").expectInteger(1);
    server
        .send("GET", "empty")
        .expect(
            bytes(
                0x48, 0x59, 0x4c, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x00, 0x80, 0x7f, 0xff));
    server.send("PFADD", "empty").expectInteger(0);
    server.send("PFADD", "h", "").expectInteger(1);
    server
        .send("GET", "h")
        .expect(
            bytes(
                0x48, 0x59, 0x4c, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x00, 0x80, 0x57, 0x31, 0x84, 0x45, 0x48, 0x80, 0x44, 0x76, 0x80, 0x50, 0xb1, 0x84,
                0x4b, 0xfb, 0x80, 0x42, 0x5a));
    server.send("OBJECT", "ENCODING", "h").expectBulk("raw");
    server
        .send(
            "PFADD",
            "long",
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "1234567",
            "12345678",
            "123456789")
        .expectInteger(1);
    server
        .send("GET", "long")
        .expect(
            bytes(
                0x48, 0x59, 0x4c, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x00, 0x80, 0x64, 0x4c, 0x84, 0x44, 0x08, 0x88, 0x40, 0xfa, 0x88, 0x52, 0x63, 0x80,
                0x44, 0x46));
  }

  @Test
  void keepsTheDeadline(TestServer server) {
    server.send("PFADD", "h", "a").expectInteger(1);
    server.send("EXPIRE", "h", "1000").expectInteger(1);
    server.send("PFADD", "h", "b").expectInteger(1);
    server.send("TTL", "h").expectInteger(1000);
  }

  @Test
  void becomesDense(TestServer server) {
    server.send("CONFIG", "SET", "hll-sparse-max-bytes", "30").expectSimple("OK");
    server.send("PFADD", "h", "a", "b", "c").expectInteger(1);
    server.send("STRLEN", "h").expectInteger(27);
    server.send("PFDEBUG", "ENCODING", "h").expectSimple("sparse");
    server.send("PFADD", "h", "d", "e", "f", "g", "h", "i").expectInteger(1);
    server.send("STRLEN", "h").expectInteger(12304);
    server.send("PFDEBUG", "ENCODING", "h").expectSimple("dense");
    server.send("PFCOUNT", "h").expectInteger(9);
    server.send("PFADD", "h", "a").expectInteger(0);
    server.send("PFADD", "h", "z").expectInteger(1);
    server.send("PFCOUNT", "h").expectInteger(10);
    server.send("OBJECT", "ENCODING", "h").expectBulk("raw");
  }

  @Test
  void refusesWhatIsNoHyperLogLog(TestServer server) {
    server.send("SET", "s", "text").expectSimple("OK");
    server
        .send("PFADD", "s", "a")
        .expectError("WRONGTYPE Key is not a valid HyperLogLog string value.");
    server.send("SET", "s", "123456789012345678").expectSimple("OK");
    server
        .send("PFADD", "s", "a")
        .expectError("WRONGTYPE Key is not a valid HyperLogLog string value.");
    server.send("SET", "s", "HYLL").expectSimple("OK");
    server.send("PFADD", "s").expectError("WRONGTYPE Key is not a valid HyperLogLog string value.");
    server
        .send("SET", "s", "HYLL\000\000\000\000\000\000\000\000\000\000\000\000")
        .expectSimple("OK");
    server
        .send("PFADD", "s", "a")
        .expectError("WRONGTYPE Key is not a valid HyperLogLog string value.");
    server
        .send(
            "SET",
            "s",
            bytes(
                0x48, 0x59, 0x4c, 0x4c, 0x02, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x00, 0x00, 0x7f, 0xff))
        .expectSimple("OK");
    server
        .send("PFADD", "s", "a")
        .expectError("WRONGTYPE Key is not a valid HyperLogLog string value.");
    server
        .send("SET", "s", "HYLL\001\000\000\000\000\000\000\000\000\000\000\000")
        .expectSimple("OK");
    server.send("PFADD", "s", "a").expectError("INVALIDOBJ Corrupted HLL object detected");
    server.send("PFADD", "s").expectInteger(0);
    server
        .send("SET", "s", "HYLL\001\000\000\000\000\000\000\000\000\000\000\000P\000")
        .expectSimple("OK");
    server.send("PFADD", "s", "a").expectError("INVALIDOBJ Corrupted HLL object detected");
    server.send("PFADD", "s", "b").expectError("INVALIDOBJ Corrupted HLL object detected");
    server.send("GET", "s").expectBulk("HYLL\001\000\000\000\000\000\000\000\000\000\000\000P\000");
    server
        .send("SET", "s", "HYLL\001\000\000\000\000\000\000\000\000\000\000\000\177")
        .expectSimple("OK");
    server.send("PFADD", "s", "b").expectInteger(1);
    server.send("PFADD").expectError("ERR wrong number of arguments for 'pfadd' command");
  }

  @Test
  void addsThousands(TestServer server) {
    for (int i = 0; i < 20_000; i += 100) {
      Object[] request = new Object[102];
      request[0] = "PFADD";
      request[1] = "h";
      for (int j = 0; j < 100; j++) {
        request[2 + j] = "element " + (i + j);
      }
      server.send(request).expectIntegerBetween(0, 1);
    }
    server.send("STRLEN", "h").expectInteger(12_304);
    server.send("PFCOUNT", "h").expectInteger(19988);
  }

  @Test
  void refusesOtherTypes(TestServer server) {
    server.send("XADD", "x", "1-1", "f", "v").expect("1-1");
    server
        .send("PFADD", "x", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("PFADD", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }
}
