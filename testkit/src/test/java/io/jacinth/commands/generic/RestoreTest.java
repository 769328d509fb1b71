package io.jacinth.commands.generic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code RESTORE}: its options and its refusals. */
@DualRun
class RestoreTest {
  private static byte[] dump(TestServer server, String key) {
    return ((RespValue.BulkString) RespValue.parse(server.send("DUMP", key).wire())).bytes();
  }

  @Test
  void makesAKey(TestServer server) {
    server.send("SET", "a", "value").expect("OK");
    byte[] payload = dump(server, "a");
    server.send("RESTORE", "b", 0, payload).expect("OK");
    server.send("GET", "b").expectBulk("value");
    server.send("TTL", "b").expectInteger(-1);
  }

  @Test
  void replacesOnlyWhereItIsTold(TestServer server) {
    server.send("SET", "a", "value").expect("OK");
    byte[] payload = dump(server, "a");
    server.send("RPUSH", "b", 1, 2, 3).expectInteger(3);
    server.send("EXPIRE", "b", 1000).expectInteger(1);
    server.send("RESTORE", "b", 0, payload).expectError("BUSYKEY Target key name already exists.");
    server.send("LLEN", "b").expectInteger(3);
    server.send("RESTORE", "b", 0, payload, "replace").expect("OK");
    server.send("GET", "b").expectBulk("value");
    server.send("TTL", "b").expectInteger(-1);
  }

  /** What a stream was before Redis 7: groups do not say how many entries they have read. */
  @Test
  void readsOldStreams(TestServer server) {
    String old =
        "0F011000000000000000010000000000000000C3404A405716570000002300020104010101846461"
            + "746105000103010020010381610204200A0001400A0062600A0002400A0063600A4022018164200A"
            + "4039200A0065600A0005400A0066200A00FF02060002026731050004000000000000000100000000"
            + "000000003EF783437A01000001000000000000000200000000000000003EF783437A010000010000"
            + "00000000000400000000000000003EF783437A01000001000000000000000500000000000000003E"
            + "F783437A0100000101036331313EF783437A01000004000000000000000100000000000000000000"
            + "00000000000200000000000000000000000000000004000000000000000000000000000000050000"
            + "0000000000000267320000000009003D52EF6867521DFA";
    server.send("RESTORE", "x", 0, HexFormat.of().parseHex(old)).expect("OK");
    for (int i = 0; i < 2; i++) {
      List<RespValue> group =
          ((RespValue.ArrayValue) server.send("XINFO", "GROUPS", "x").elements().get(i)).elements();
      assertThat(group.get(9)).isEqualTo(new RespValue.IntegerValue(1 - i));
      assertThat(group.get(11)).isEqualTo(new RespValue.IntegerValue(1 + i));
    }
  }

  @Test
  void setsADeadline(TestServer server) {
    server.send("SET", "a", "value").expect("OK");
    byte[] payload = dump(server, "a");
    server.send("RESTORE", "b", 100_000_000, payload).expect("OK");
    server.send("PTTL", "b").expectIntegerBetween(99_000_000, 100_000_000);
    server.send("RESTORE", "c", 4_000_000_000_000L, payload, "ABSTTL").expect("OK");
    server.send("PEXPIRETIME", "c").expectInteger(4_000_000_000_000L);
    server.send("RESTORE", "d", 1, payload, "ABSTTL").expect("OK");
    server.send("EXISTS", "d").expectInteger(0);
    server.send("RESTORE", "c", 1, payload, "ABSTTL", "REPLACE").expect("OK");
    server.send("EXISTS", "c").expectInteger(0);
  }

  @Test
  @JacinthOnly("7.0 has no deadlines of fields")
  void keepsDeadlinesOfFields(TestServer server) {
    for (int fields : new int[] {3, 1000}) {
      for (int i = 0; i < fields; i++) {
        server.send("HSET", "a", "f" + i, i).expectInteger(1);
      }
      server.send("HEXPIRE", "a", 100, "FIELDS", 2, "f0", "f2").expectArray(1, 1);
      server.send("RESTORE", "b", 0, dump(server, "a"), "REPLACE").expect("OK");
      server.send("HLEN", "b").expectInteger(fields);
      server.send("HTTL", "b", "FIELDS", 3, "f0", "f1", "f2").expectArray(100, -1, 100);
      server.send("HGET", "b", "f2").expectBulk("2");
      server.send("DEL", "a").expectInteger(1);
    }
  }

  @Test
  void setsTheIdleTime(TestServer server) {
    server.send("SET", "a", "value").expect("OK");
    byte[] payload = dump(server, "a");
    server.send("RESTORE", "b", 0, payload, "IDLETIME", 1000).expect("OK");
    server.send("OBJECT", "IDLETIME", "b").expectIntegerBetween(1000, 1002);
    server.send("RESTORE", "c", 0, payload, "FREQ", 255).expect("OK");
  }

  @Test
  void refusesWhatMakesNoSense(TestServer server) {
    server.send("SET", "a", "value").expect("OK");
    byte[] payload = dump(server, "a");
    server
        .send("RESTORE", "b", "x", payload)
        .expectError("ERR value is not an integer or out of range");
    server.send("RESTORE", "b", -1, payload).expectError("ERR Invalid TTL value, must be >= 0");
    server
        .send("RESTORE", "b", 0, payload, "IDLETIME", -1)
        .expectError("ERR Invalid IDLETIME value, must be >= 0");
    server
        .send("RESTORE", "b", 0, payload, "FREQ", 256)
        .expectError("ERR Invalid FREQ value, must be >= 0 and <= 255");
    server
        .send("RESTORE", "b", 0, payload, "FREQ", 1, "IDLETIME", 1)
        .expectError("ERR syntax error");
    server.send("RESTORE", "b", 0, payload, "IDLETIME").expectError("ERR syntax error");
    server.send("RESTORE", "b", 0, payload, "FOO").expectError("ERR syntax error");
    server
        .send("RESTORE", "b", 0)
        .expectError("ERR wrong number of arguments for 'restore' command");
    server.send("EXISTS", "b").expectInteger(0);
  }

  @Test
  void refusesWhatIsDamaged(TestServer server) {
    String refused = "ERR DUMP payload version or checksum are wrong";
    server.send("SET", "a", "value").expect("OK");
    byte[] payload = dump(server, "a");
    for (int i = 0; i < payload.length; i++) {
      byte[] damaged = payload.clone();
      damaged[i] ^= 1;
      server.send("RESTORE", "a", 0, damaged, "REPLACE").expectError(refused);
    }
    for (String short1 : List.of("", "a", "0123456789")) {
      server.send("RESTORE", "a", 0, short1, "REPLACE").expectError(refused);
    }
    server.send("GET", "a").expectBulk("value");
  }
}
