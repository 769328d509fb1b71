package io.jacinth.commands.hyperloglog;

import static io.jacinth.testkit.Bytes.bytes;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PFMERGE. */
@DualRun
class PfMergeTest {
  @Test
  void unites(TestServer server) {
    server.send("PFADD", "a", "1", "2", "3").expectInteger(1);
    server.send("PFADD", "b", "3", "4", "5").expectInteger(1);
    server.send("PFMERGE", "d", "a", "b").expectSimple("OK");
    server
        .send("GET", "d")
        .expect(
            bytes(
                0x48, 0x59, 0x4c, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x00, 0x80, 0x41, 0xee, 0x84, 0x48, 0x23, 0x80, 0x53, 0x51, 0x80, 0x4d, 0x74, 0x80,
                0x51, 0x2c, 0x8c, 0x43, 0xf3));
    server.send("PFCOUNT", "d").expectInteger(5);
    server.send("PFMERGE", "d").expectSimple("OK");
    server
        .send("GET", "d")
        .expect(
            bytes(
                0x48, 0x59, 0x4c, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x05, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x00, 0x80, 0x41, 0xee, 0x84, 0x48, 0x23, 0x80, 0x53, 0x51, 0x80, 0x4d, 0x74, 0x80,
                0x51, 0x2c, 0x8c, 0x43, 0xf3));
    server.send("PFADD", "d", "6").expectInteger(1);
    server.send("PFMERGE", "d", "a", "missing").expectSimple("OK");
    server.send("PFCOUNT", "d").expectInteger(6);
    server.send("PFMERGE", "new").expectSimple("OK");
    server
        .send("GET", "new")
        .expect(
            bytes(
                0x48, 0x59, 0x4c, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x00, 0x80, 0x7f, 0xff));
    server.send("PFMERGE", "new", "missing", "missing").expectSimple("OK");
    server.send("PFCOUNT", "new").expectInteger(0);
    server.send("OBJECT", "ENCODING", "d").expectBulk("raw");
  }

  @Test
  void becomesDenseWhereASourceIs(TestServer server) {
    server.send("PFADD", "a", "1", "2", "3").expectInteger(1);
    server.send("PFADD", "b", "3", "4", "5").expectInteger(1);
    server.send("PFDEBUG", "TODENSE", "b").expectInteger(1);
    server.send("PFMERGE", "d", "a", "b").expectSimple("OK");
    server.send("STRLEN", "d").expectInteger(12304);
    server.send("PFCOUNT", "d").expectInteger(5);
    server.send("PFMERGE", "a", "b").expectSimple("OK");
    server.send("PFDEBUG", "ENCODING", "a").expectSimple("dense");
    server.send("PFCOUNT", "a").expectInteger(5);
    server.send("PFMERGE", "d2", "a").expectSimple("OK");
    server.send("PFDEBUG", "ENCODING", "d2").expectSimple("dense");
  }

  @Test
  void becomesDenseWhereItGrowsTooLong(TestServer server) {
    server
        .send(
            "PFADD", "a", "e0", "e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8", "e9", "e10", "e11",
            "e12", "e13", "e14", "e15", "e16", "e17", "e18", "e19", "e20", "e21", "e22", "e23",
            "e24", "e25", "e26", "e27", "e28", "e29", "e30", "e31", "e32", "e33", "e34", "e35",
            "e36", "e37", "e38", "e39")
        .expectInteger(1);
    server
        .send(
            "PFADD", "b", "e40", "e41", "e42", "e43", "e44", "e45", "e46", "e47", "e48", "e49",
            "e50", "e51", "e52", "e53", "e54", "e55", "e56", "e57", "e58", "e59", "e60", "e61",
            "e62", "e63", "e64", "e65", "e66", "e67", "e68", "e69", "e70", "e71", "e72", "e73",
            "e74", "e75", "e76", "e77", "e78", "e79")
        .expectInteger(1);
    server.send("CONFIG", "SET", "hll-sparse-max-bytes", "150").expectSimple("OK");
    server.send("PFDEBUG", "ENCODING", "a").expectSimple("sparse");
    server.send("PFMERGE", "d", "a", "b").expectSimple("OK");
    server.send("PFDEBUG", "ENCODING", "d").expectSimple("dense");
    server.send("PFCOUNT", "d").expectInteger(80);
  }

  @Test
  void keepsTheDeadlineOfTheTarget(TestServer server) {
    server.send("PFADD", "a", "1").expectInteger(1);
    server.send("PFADD", "d", "2").expectInteger(1);
    server.send("EXPIRE", "d", "1000").expectInteger(1);
    server.send("PFMERGE", "d", "a").expectSimple("OK");
    server.send("TTL", "d").expectInteger(1000);
  }

  @Test
  void refusesWhatIsNoHyperLogLog(TestServer server) {
    server.send("PFADD", "a", "1").expectInteger(1);
    server.send("SET", "s", "text").expectSimple("OK");
    server
        .send("PFMERGE", "d", "a", "s")
        .expectError("WRONGTYPE Key is not a valid HyperLogLog string value.");
    server.send("EXISTS", "d").expectInteger(0);
    server
        .send("PFMERGE", "s", "a")
        .expectError("WRONGTYPE Key is not a valid HyperLogLog string value.");
    server
        .send(
            "SET",
            "c",
            bytes(
                0x48, 0x59, 0x4c, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x00, 0x80, 0x50, 0x00))
        .expectSimple("OK");
    server.send("PFMERGE", "d", "a", "c").expectError("INVALIDOBJ Corrupted HLL object detected");
    server.send("PFMERGE", "c", "a").expectError("INVALIDOBJ Corrupted HLL object detected");
    server.send("EXISTS", "d").expectInteger(0);
    server.send("PFMERGE").expectError("ERR wrong number of arguments for 'pfmerge' command");
  }

  @Test
  void refusesOtherTypes(TestServer server) {
    server.send("XADD", "x", "1-1", "f", "v").expect("1-1");
    server
        .send("PFMERGE", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("PFMERGE", "d", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("EXISTS", "d").expectInteger(0);
  }
}
