package io.jacinth.commands.debug;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The smaller words of DEBUG. */
@DualRun
class DebugWordsTest {
  private static final String NOT_POSITIVE = "ERR value is out of range, must be positive";
  private static final String NO_SIZE =
      "ERR argument must be a memory value bigger than 1 and smaller than 4gb";

  @Test
  void answersAnError(TestServer server) {
    server.send("DEBUG", "ERROR", "FOO bar").expectError("FOO bar");
    server.send("DEBUG", "ERROR", "FOO bar\r\nx").expectError("FOO bar  x");
  }

  @Test
  void writesToTheLog(TestServer server) {
    server.send("DEBUG", "LOG", "a line").expectSimple("OK");
  }

  @Test
  void populates(TestServer server) {
    server.send("SET", "key:1", "mine").expect("OK");
    server.send("DEBUG", "POPULATE", 3).expectSimple("OK");
    server.send("MGET", "key:0", "key:1", "key:2").expectArray("value:0", "mine", "value:2");
    server.send("DEBUG", "POPULATE", 2, "p", 3).expectSimple("OK");
    server.send("GET", "p:1").expectBulk("val");
    server.send("DEBUG", "POPULATE", 1, "q", 9).expectSimple("OK");
    server.send("GET", "q:0").expectBulk("value:0\0\0");
    server.send("DBSIZE").expectInteger(6);
    server.send("DEBUG", "POPULATE", 0).expectSimple("OK");
    server.send("DEBUG", "POPULATE", "x").expectError(NOT_POSITIVE);
    server.send("DEBUG", "POPULATE", -1).expectError(NOT_POSITIVE);
    server.send("DEBUG", "POPULATE", 1, "p", -1).expectError(NOT_POSITIVE);
  }

  @Test
  void checksAThreshold(TestServer server) {
    server.send("DEBUG", "QUICKLIST-PACKED-THRESHOLD", "100b").expectSimple("OK");
    server.send("DEBUG", "QUICKLIST-PACKED-THRESHOLD", 0).expectSimple("OK");
    server.send("DEBUG", "QUICKLIST-PACKED-THRESHOLD", "x").expectError(NO_SIZE);
    server.send("DEBUG", "QUICKLIST-PACKED-THRESHOLD", "5gb").expectError(NO_SIZE);
  }

  @Test
  void checksWhatReplyBuffersShouldDo(TestServer server) {
    server.send("DEBUG", "REPLYBUFFER", "RESIZING", 1).expectSimple("OK");
    server.send("DEBUG", "REPLYBUFFER", "PEAK-RESET-TIME", "RESET").expectSimple("OK");
    server
        .send("DEBUG", "REPLYBUFFER", "PEAK-RESET-TIME", "x")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("DEBUG", "REPLYBUFFER", "foo", 1)
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'REPLYBUFFER'. Try DEBUG"
                + " HELP.");
  }

  @Test
  void tellsOfTables(TestServer server) {
    server.send("DEBUG", "POPULATE", 100).expectSimple("OK");
    server.send("EXPIRE", "key:1", 1_000).expectInteger(1);
    assertThat(server.send("DEBUG", "HTSTATS", 0).text())
        .startsWith("[Dictionary HT]\nHash table 0 stats (main hash table):\n table size: ")
        .contains(" number of elements: 100\n")
        .contains("\n[Expires HT]\nHash table 0 stats (main hash table):\n table size: ")
        .contains(" number of elements: 1\n");
    assertThat(server.send("DEBUG", "HTSTATS", 5).text())
        .contains("No stats available for empty dictionaries\n");
    server.send("DEBUG", "HTSTATS", 99).expectError("ERR Out of range database");
    server.send("DEBUG", "HTSTATS", "x").expectError("ERR value is not an integer or out of range");
  }

  @Test
  void tellsOfTheTableOfACollection(TestServer server) {
    server.send("CONFIG", "SET", "set-max-intset-entries", 4).expect("OK");
    server.send("SADD", "s", 1, 2, 3, 4, 5).expectInteger(5);
    server.send("SADD", "s", "x".repeat(5_000)).expectInteger(1);
    assertThat(server.send("DEBUG", "HTSTATS-KEY", "s").text())
        .contains(" number of elements: 6\n");
    server.send("SET", "k", "v").expect("OK");
    server
        .send("DEBUG", "HTSTATS-KEY", "k")
        .expectError(
            "ERR The value stored at the specified key is not represented using an hash table");
    server.send("DEBUG", "HTSTATS-KEY", "none").expectError("ERR no such key");
  }

  @Test
  void tellsOfPackedValues(TestServer server) {
    server.send("HSET", "h", "f", "v").expectInteger(1);
    server.send("DEBUG", "LISTPACK", "h").expectSimple("Listpack structure printed on stdout");
    server.send("SET", "k", "v").expect("OK");
    server.send("DEBUG", "LISTPACK", "k").expectError("ERR Not a listpack encoded object.");
    server.send("DEBUG", "LISTPACK", "none").expectError("ERR no such key");
  }

  @Test
  void tellsOfTheNodesOfALongList(TestServer server) {
    server.send("CONFIG", "SET", "list-max-listpack-size", 4).expect("OK");
    TestConnection connection = server.connect();
    for (int i = 0; i < 100; i++) {
      connection.send("RPUSH", "l", i);
    }
    assertThat(server.send("DEBUG", "OBJECT", "l").text())
        .contains(" encoding:quicklist ")
        .contains(" ql_nodes:25 ql_avg_node:4.00 ql_listpack_max:4 ql_compressed:0 ")
        .contains(" serializedlength:426 ");
  }

  @Test
  void tellsTheLengthInAFile(TestServer server) {
    server.send("HSET", "h", "field", "value").expectInteger(1);
    server.send("SADD", "s", "1", "2", "300").expectInteger(3);
    assertThat(server.send("DEBUG", "OBJECT", "h").text()).contains(" serializedlength:22 ");
    assertThat(server.send("DEBUG", "OBJECT", "s").text()).contains(" serializedlength:15 ");
  }

  @Test
  void tellsSizes(TestServer server) {
    assertThat(server.send("DEBUG", "STRUCTSIZE").text()).startsWith("bits:64 ");
  }

  @Test
  @JacinthOnly("Redis has no Java heap")
  void tellsOfTheHeap(TestServer server) {
    assertThat(server.send("DEBUG", "JMAP").text()).contains("io.jacinth.");
  }

  @Test
  @JacinthOnly("a word of other versions")
  void matchesAString(TestServer server) {
    server.send("DEBUG", "STRINGMATCH-LEN", "a*[0-9]", "abc5").expectInteger(1);
    server.send("DEBUG", "STRINGMATCH-LEN", "a*[0-9]", "abc").expectInteger(0);
  }

  @Test
  @JacinthOnly("the clock is ours")
  void stopsWhatTheServerDoesByItself(TestServer server) {
    server.send("DEBUG", "PAUSE-CRON", 1).expectSimple("OK");
    server.send("SET", "k", "v", "PX", 10).expect("OK");
    server.advance(Duration.ofSeconds(5));
    server.send("DBSIZE").expectInteger(1);
    server.send("DEBUG", "PAUSE-CRON", 0).expectSimple("OK");
    while (server.send("DBSIZE").integer() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void takesPayloadsWithWrongChecksums(TestServer server) {
    server.send("SET", "k", "v").expect("OK");
    byte[] payload = ((RespValue.BulkString) server.send("DUMP", "k").value()).bytes();
    payload[payload.length - 1] ^= 1;
    server
        .send("RESTORE", "l", 0, payload)
        .expectError("ERR DUMP payload version or checksum are wrong");
    server.send("DEBUG", "SET-SKIP-CHECKSUM-VALIDATION", 1).expectSimple("OK");
    server.send("RESTORE", "l", 0, payload).expect("OK");
    server.send("GET", "l").expectBulk("v");
    server.send("DEBUG", "SET-SKIP-CHECKSUM-VALIDATION", 0).expectSimple("OK");
    server
        .send("RESTORE", "m", 0, payload)
        .expectError("ERR DUMP payload version or checksum are wrong");
  }
}
