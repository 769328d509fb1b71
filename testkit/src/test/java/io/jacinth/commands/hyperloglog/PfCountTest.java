package io.jacinth.commands.hyperloglog;

import static io.jacinth.testkit.Bytes.bytes;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** PFCOUNT. */
@DualRun
class PfCountTest {
  @Test
  void estimates(TestServer server) {
    server.send("PFCOUNT", "missing").expectInteger(0);
    server.send("PFADD", "h", "a", "b", "c", "d", "e").expectInteger(1);
    server.send("PFCOUNT", "h").expectInteger(5);
    server.send("PFCOUNT", "h").expectInteger(5);
    server
        .send("GET", "h")
        .expect(
            bytes(
                0x48, 0x59, 0x4c, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x05, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x00, 0x00, 0x5c, 0x7b, 0x80, 0x44, 0x76, 0x80, 0x50, 0xb1, 0x84, 0x49, 0x8c, 0x80,
                0x42, 0x6d, 0x80, 0x42, 0x5a));
    server.send("PFADD", "h", "f").expectInteger(1);
    server.send("PFCOUNT", "h").expectInteger(6);
    server.send("PFADD", "g", "x", "y", "z", "a").expectInteger(1);
    server.send("PFCOUNT", "h", "g", "missing").expectInteger(9);
    server.send("PFCOUNT", "missing", "missing").expectInteger(0);
    server.send("PFCOUNT", "h", "h").expectInteger(6);
    server.send("PFADD", "empty").expectInteger(1);
    server.send("PFCOUNT", "empty").expectInteger(0);
    server.send("PFDEBUG", "TODENSE", "g").expectInteger(1);
    server.send("PFCOUNT", "h", "g").expectInteger(9);
    server.send("PFCOUNT", "g", "h").expectInteger(9);
    server.send("PFADD", "g", "w").expectInteger(1);
    server.send("PFCOUNT", "g").expectInteger(5);
  }

  @Test
  void believesWhatIsCached(TestServer server) {
    server
        .send(
            "SET",
            "s",
            bytes(
                0x48, 0x59, 0x4c, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x07, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x00, 0x00, 0x7f, 0xff))
        .expectSimple("OK");
    server.send("PFCOUNT", "s").expectInteger(7);
    server.send("PFCOUNT", "s", "s").expectInteger(0);
    server
        .send(
            "SET",
            "s",
            bytes(
                0x48, 0x59, 0x4c, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x07, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x00, 0x80, 0x7f, 0xff))
        .expectSimple("OK");
    server.send("PFCOUNT", "s").expectInteger(0);
    server
        .send("GET", "s")
        .expect(
            bytes(
                0x48, 0x59, 0x4c, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x00, 0x00, 0x7f, 0xff));
    server.send("OBJECT", "ENCODING", "s").expectBulk("raw");
  }

  @Test
  void refusesWhatIsNoHyperLogLog(TestServer server) {
    server.send("SET", "s", "text").expectSimple("OK");
    server
        .send("PFCOUNT", "s")
        .expectError("WRONGTYPE Key is not a valid HyperLogLog string value.");
    server
        .send("PFCOUNT", "missing", "s")
        .expectError("WRONGTYPE Key is not a valid HyperLogLog string value.");
    server.send("PFADD", "h", "a").expectInteger(1);
    server
        .send(
            "SET",
            "c",
            bytes(
                0x48, 0x59, 0x4c, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x00, 0x80, 0x7f, 0xff, 0x7f, 0xff))
        .expectSimple("OK");
    server.send("PFCOUNT", "c").expectError("INVALIDOBJ Corrupted HLL object detected");
    server.send("PFCOUNT", "h", "c").expectError("INVALIDOBJ Corrupted HLL object detected");
    server.send("PFCOUNT", "c", "s").expectError("INVALIDOBJ Corrupted HLL object detected");
    server
        .send(
            "SET",
            "c",
            bytes(
                0x48, 0x59, 0x4c, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x00, 0x80, 0x7f))
        .expectSimple("OK");
    server.send("PFCOUNT", "c").expectError("INVALIDOBJ Corrupted HLL object detected");
    server
        .send(
            "SET",
            "c",
            bytes(
                0x48, 0x59, 0x4c, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x00, 0x80, 0x7f, 0xff, 0x80))
        .expectSimple("OK");
    server.send("PFCOUNT", "c").expectError("INVALIDOBJ Corrupted HLL object detected");
    server.send("PFCOUNT", "c", "c").expectError("INVALIDOBJ Corrupted HLL object detected");
    server.send("PFCOUNT").expectError("ERR wrong number of arguments for 'pfcount' command");
  }

  @Test
  void refusesOtherTypes(TestServer server) {
    server.send("XADD", "x", "1-1", "f", "v").expect("1-1");
    server
        .send("PFCOUNT", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("PFCOUNT", "missing", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }
}
