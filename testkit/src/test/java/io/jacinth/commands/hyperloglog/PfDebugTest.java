package io.jacinth.commands.hyperloglog;

import static io.jacinth.testkit.Bytes.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PFDEBUG. */
@DualRun
class PfDebugTest {
  @Test
  void showsForms(TestServer server) {
    server.send("PFADD", "h", "a", "b", "c").expectInteger(1);
    server.send("PFDEBUG", "ENCODING", "h").expectSimple("sparse");
    server
        .send("PFDEBUG", "DECODE", "h")
        .expectBulk("Z:8436 v:1,1 Z:4274 v:2,1 Z:3068 v:1,1 Z:603");
    server.send("PFDEBUG", "encoding", "h").expectSimple("sparse");
    server.send("PFADD", "empty").expectInteger(1);
    server.send("PFDEBUG", "DECODE", "empty").expectBulk("Z:16384");
    server.send("PFDEBUG", "TODENSE", "h").expectInteger(1);
    server.send("PFDEBUG", "TODENSE", "h").expectInteger(0);
    server.send("PFDEBUG", "ENCODING", "h").expectSimple("dense");
    server.send("PFDEBUG", "DECODE", "h").expectError("ERR HLL encoding is not sparse");
    server.send("PFCOUNT", "h").expectInteger(3);
    server
        .send(
            "SET",
            "s",
            bytes(
                0x48, 0x59, 0x4c, 0x4c, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
                0x00, 0x00, 0x00, 0x3f, 0xff, 0x84, 0x7f))
        .expectSimple("OK");
    server.send("PFDEBUG", "DECODE", "s").expectBulk("z:1 z:64 v:32,4 v:2,1 Z:16129");
    server.send("PFDEBUG", "TODENSE", "s").expectError("INVALIDOBJ Corrupted HLL object detected");
    server.send("PFDEBUG", "GETREG", "s").expectError("INVALIDOBJ Corrupted HLL object detected");
  }

  @Test
  void refusesWrongArguments(TestServer server) {
    server
        .send("PFDEBUG", "ENCODING", "missing")
        .expectError("ERR The specified key does not exist");
    server.send("PFDEBUG", "FOO", "missing").expectError("ERR The specified key does not exist");
    server.send("PFADD", "h", "a").expectInteger(1);
    server.send("PFDEBUG", "FOO", "h").expectError("ERR Unknown PFDEBUG subcommand 'FOO'");
    server
        .send("PFDEBUG", "FOO", "h", "x")
        .expectError("ERR wrong number of arguments for 'pfdebug' command");
    server
        .send("PFDEBUG", "ENCODING")
        .expectError("ERR wrong number of arguments for 'pfdebug' command");
    server.send("SET", "s", "text").expectSimple("OK");
    server
        .send("PFDEBUG", "ENCODING", "s")
        .expectError("WRONGTYPE Key is not a valid HyperLogLog string value.");
    server
        .send("PFDEBUG", "FOO", "s")
        .expectError("WRONGTYPE Key is not a valid HyperLogLog string value.");
  }

  @Test
  void showsRegisters(TestServer server) {
    server.send("PFADD", "h", "a", "b", "c").expectInteger(1);
    List<RespValue> registers = server.send("PFDEBUG", "GETREG", "h").elements();
    assertThat(registers).hasSize(16_384);
    assertThat(registers.get(3_000)).isEqualTo(new RespValue.IntegerValue(0));
    assertThat(registers.stream().filter(each -> !each.equals(new RespValue.IntegerValue(0))))
        .hasSize(3);
    server.send("PFDEBUG", "ENCODING", "h").expectSimple("dense");
  }

  @Test
  void refusesOtherTypes(TestServer server) {
    server.send("XADD", "x", "1-1", "f", "v").expect("1-1");
    server
        .send("PFDEBUG", "ENCODING", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }
}
