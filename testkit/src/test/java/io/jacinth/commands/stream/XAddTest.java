package io.jacinth.commands.stream;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XADD. */
@DualRun
class XAddTest {
  @Test
  void answersTheId(TestServer server) {
    server.send("XADD", "s", "1-1", "f", "v").expectBulk("1-1");
    server.send("XADD", "s", "1-2", "f", "v", "g", "w").expectBulk("1-2");
    server.send("XADD", "s", "2", "f", "1").expectBulk("2-0");
    server.send("XADD", "s", "2-*", "f", "2").expectBulk("2-1");
    server.send("XADD", "s", "3-*", "f", "3").expectBulk("3-0");
    server.send("XLEN", "s").expectInteger(5);
    server
        .send("XRANGE", "s", "-", "+")
        .expectArray(
            List.of("1-1", List.of("f", "v")),
            List.of("1-2", List.of("f", "v", "g", "w")),
            List.of("2-0", List.of("f", "1")),
            List.of("2-1", List.of("f", "2")),
            List.of("3-0", List.of("f", "3")));
    server.send("TYPE", "s").expectSimple("stream");
    server.send("OBJECT", "ENCODING", "s").expectBulk("stream");
  }

  @Test
  void keepsFieldsAndValuesOfEveryKind(TestServer server) {
    server
        .send("XADD", "s", "1", "12", "-5", "", "", "f", "9223372036854775807", "f", "0012")
        .expectBulk("1-0");
    server.send("XADD", "s", "2", "12", "x", "", "y", "f", "4096", "f", "-4097").expectBulk("2-0");
    server.send("XADD", "s", "3", "12", "x").expectBulk("3-0");
    server.send("XADD", "s", "4", "a", "b", "12", "x", "", "y").expectBulk("4-0");
    server
        .send("XRANGE", "s", "-", "+")
        .expectArray(
            List.of("1-0", List.of("12", "-5", "", "", "f", "9223372036854775807", "f", "0012")),
            List.of("2-0", List.of("12", "x", "", "y", "f", "4096", "f", "-4097")),
            List.of("3-0", List.of("12", "x")),
            List.of("4-0", List.of("a", "b", "12", "x", "", "y")));
  }

  @Test
  void refusesIdsThatDoNotAscend(TestServer server) {
    server
        .send("XADD", "s", "0-0", "f", "v")
        .expectError("ERR The ID specified in XADD must be greater than 0-0");
    server.send("XADD", "s", "0-*", "f", "v").expectBulk("0-1");
    server.send("XADD", "s", "0-*", "f", "v").expectBulk("0-2");
    server
        .send("XADD", "s", "0-2", "f", "v")
        .expectError(
            "ERR The ID specified in XADD is equal or smaller than the target stream top item");
    server
        .send("XADD", "s", "0", "f", "v")
        .expectError("ERR The ID specified in XADD must be greater than 0-0");
    server
        .send("XADD", "s", "5-18446744073709551615", "f", "v")
        .expectBulk("5-18446744073709551615");
    server
        .send("XADD", "s", "4-*", "f", "v")
        .expectError(
            "ERR The ID specified in XADD is equal or smaller than the target stream top item");
    server
        .send("XADD", "s", "18446744073709551615-18446744073709551615", "f", "v")
        .expectBulk("18446744073709551615-18446744073709551615");
    server
        .send("XADD", "s", "18446744073709551615-*", "f", "v")
        .expectError("ERR The stream has exhausted the last possible ID, unable to add more items");
    server
        .send("XADD", "s", "*", "f", "v")
        .expectError("ERR The stream has exhausted the last possible ID, unable to add more items");
    server.send("XLEN", "s").expectInteger(4);
  }

  @Test
  void readsIdsAsCDoes(TestServer server) {
    server
        .send("XADD", "s", "-", "f", "v")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XADD", "s", "+", "f", "v")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XADD", "s", "1-x", "f", "v")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XADD", "s", "x", "f", "v")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XADD", "s", "", "f", "v")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XADD", "s", "1-", "f", "v")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XADD", "s", "-1", "f", "v")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XADD", "s", "1--1", "f", "v")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XADD", "s", "1-1-1", "f", "v")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XADD", "s", "1-**", "f", "v")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XADD", "s", "(1", "f", "v")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XADD", "s", "18446744073709551616", "f", "v")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server.send("XADD", "s", " 1-+1", "f", "v").expectBulk("1-1");
    server.send("XADD", "s", "01-02", "f", "v").expectBulk("1-2");
    server
        .send("XADD", "s", "9223372036854775808-9223372036854775809", "f", "v")
        .expectBulk("9223372036854775808-9223372036854775809");
    server
        .send("XADD", "s", "9223372036854775808--05", "f", "v")
        .expectBulk("9223372036854775808-18446744073709551611");
    server.send("EXISTS", "none").expectInteger(0);
  }

  @Test
  void checksItsArguments(TestServer server) {
    server.send("XADD", "s").expectError("ERR wrong number of arguments for 'xadd' command");
    server.send("XADD", "s", "*").expectError("ERR wrong number of arguments for 'xadd' command");
    server
        .send("XADD", "s", "*", "f")
        .expectError("ERR wrong number of arguments for 'xadd' command");
    server
        .send("XADD", "s", "*", "f", "v", "g")
        .expectError("ERR wrong number of arguments for 'xadd' command");
    server
        .send("XADD", "s", "0-0", "f", "v", "g")
        .expectError("ERR wrong number of arguments for 'xadd' command");
    server
        .send("XADD", "s", "MAXLEN", "5", "*", "f")
        .expectError("ERR wrong number of arguments for 'xadd' command");
    server
        .send("XADD", "s", "MAXLEN", "x", "*", "f", "v")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("XADD", "s", "MAXLEN", "-1", "*", "f", "v")
        .expectError("ERR The MAXLEN argument must be >= 0.");
    server
        .send("XADD", "s", "MAXLEN", "5", "MINID", "3", "*", "f", "v")
        .expectError(
            "ERR syntax error, MAXLEN and MINID options at the same time are not compatible");
    server
        .send("XADD", "s", "MINID", "x", "*", "f", "v")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XADD", "s", "LIMIT", "5", "*", "f", "v")
        .expectError(
            "ERR syntax error, LIMIT cannot be used without specifying a trimming strategy");
    server
        .send("XADD", "s", "LIMIT", "-1", "*", "f", "v")
        .expectError("ERR The LIMIT argument must be >= 0.");
    server
        .send("XADD", "s", "LIMIT", "x", "*", "f", "v")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("XADD", "s", "MAXLEN", "5", "LIMIT", "5", "*", "f", "v")
        .expectError("ERR syntax error, LIMIT cannot be used without the special ~ option");
    server
        .send("XADD", "s", "MAXLEN", "=", "5", "LIMIT", "5", "*", "f", "v")
        .expectError("ERR syntax error, LIMIT cannot be used without the special ~ option");
    server
        .send("XADD", "s", "FOO", "5", "*", "f", "v")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XADD", "s", "MAXLEN", "~", "*", "f", "v")
        .expectError("ERR value is not an integer or out of range");
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XADD", "k", "*", "f", "v")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("XADD", "k", "0-0", "f", "v")
        .expectError("ERR The ID specified in XADD must be greater than 0-0");
    server
        .send("XADD", "k", "NOMKSTREAM", "*", "f", "v")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("EXISTS", "s").expectInteger(0);
  }

  @Test
  void makesNoStreamWhereToldSo(TestServer server) {
    server.send("XADD", "s", "NOMKSTREAM", "1", "f", "v").expectNil();
    server.send("EXISTS", "s").expectInteger(0);
    server.send("XADD", "s", "1", "f", "v").expectBulk("1-0");
    server.send("XADD", "s", "nomkstream", "2", "f", "v").expectBulk("2-0");
    server.send("XLEN", "s").expectInteger(2);
  }

  @Test
  void trimsToALength(TestServer server) {
    server.send("XADD", "s", "MAXLEN", "2", "1", "f", "v").expectBulk("1-0");
    server.send("XADD", "s", "MAXLEN", "2", "2", "f", "v").expectBulk("2-0");
    server.send("XADD", "s", "MAXLEN", "=", "2", "3", "f", "v").expectBulk("3-0");
    server
        .send("XRANGE", "s", "-", "+")
        .expectArray(List.of("2-0", List.of("f", "v")), List.of("3-0", List.of("f", "v")));
    server.send("XADD", "s", "MAXLEN", "0", "4", "f", "v").expectBulk("4-0");
    server.send("XLEN", "s").expectInteger(0);
    server
        .send("XADD", "s", "4", "f", "v")
        .expectError(
            "ERR The ID specified in XADD is equal or smaller than the target stream top item");
    server.send("XADD", "s", "maxlen", "1", "5", "f", "v").expectBulk("5-0");
    server.send("XRANGE", "s", "-", "+").expectArray(List.of("5-0", List.of("f", "v")));
  }

  @Test
  void trimsToAnId(TestServer server) {
    server.send("XADD", "s", "1", "f", "v").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "v").expectBulk("2-0");
    server.send("XADD", "s", "MINID", "2", "3", "f", "v").expectBulk("3-0");
    server
        .send("XRANGE", "s", "-", "+")
        .expectArray(List.of("2-0", List.of("f", "v")), List.of("3-0", List.of("f", "v")));
    server.send("XADD", "s", "MINID", "=", "9", "4", "f", "v").expectBulk("4-0");
    server.send("XLEN", "s").expectInteger(0);
  }

  @Test
  void trimsByWholeNodesWhereThatIsEnough(TestServer server) {
    server.send("CONFIG", "SET", "stream-node-max-entries", "2").expectSimple("OK");
    server.send("XADD", "s", "1", "f", "v").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "v").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "v").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "v").expectBulk("4-0");
    server.send("XADD", "s", "MAXLEN", "~", "3", "5", "f", "v").expectBulk("5-0");
    server.send("XLEN", "s").expectInteger(3);
    server.send("XADD", "s", "MAXLEN", "~", "0", "LIMIT", "1", "6", "f", "v").expectBulk("6-0");
    server.send("XLEN", "s").expectInteger(4);
    server.send("XADD", "s", "MAXLEN", "~", "0", "LIMIT", "2", "7", "f", "v").expectBulk("7-0");
    server.send("XLEN", "s").expectInteger(3);
    server.send("XADD", "s", "MINID", "~", "7", "8", "f", "v").expectBulk("8-0");
    server
        .send("XRANGE", "s", "-", "+")
        .expectArray(List.of("7-0", List.of("f", "v")), List.of("8-0", List.of("f", "v")));
    server.send("CONFIG", "SET", "stream-node-max-entries", "100").expectSimple("OK");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void makesAnIdOfTheTime(TestServer server) {
    String first = server.send("XADD", "s", "*", "f", "v").text();
    server.send("XADD", "s", "*", "f", "v").expectBulk(first.substring(0, first.length() - 1) + 1);
    server.advance(Duration.ofMillis(1));
    long millis = Long.parseLong(first.substring(0, first.length() - 2));
    server.send("XADD", "s", "*", "f", "v").expectBulk(millis + 1 + "-0");
    server.send("XADD", "s", millis + 5 + "-7", "f", "v").expectBulk(millis + 5 + "-7");
    server.send("XADD", "s", "*", "f", "v").expectBulk(millis + 5 + "-8");
  }

  @Test
  void keepsManyEntriesInNodes(TestServer server) {
    TestConnection connection = server.connect();
    for (int i = 1; i <= 1_000; i++) {
      connection.write("XADD", "s", i, "name", "value " + i, i % 7 == 0 ? "odd" : "number", i);
    }
    for (int i = 1; i <= 1_000; i++) {
      connection.read().expectBulk(i + "-0");
    }
    server.send("XLEN", "s").expectInteger(1_000);
    server.send("XINFO", "STREAM", "s").expectMap("radix-tree-keys", 10, "radix-tree-nodes", 26);
    for (int i = 1; i <= 1_000; i += 37) {
      server
          .send("XRANGE", "s", i, i)
          .expectArray(
              List.of(
                  i + "-0", List.of("name", "value " + i, i % 7 == 0 ? "odd" : "number", "" + i)));
    }
  }

  @Test
  @Since("7.2")
  void refusesAnIdWhoseSequenceIsExhausted(TestServer server) {
    server.send("XADD", "s", "5-18446744073709551615", "f", "v");
    server
        .send("XADD", "s", "5-*", "f", "v")
        .expectError(
            "ERR The ID specified in XADD is equal or smaller than the target stream top item");
  }

  @Test
  void keepsLargeEntries(TestServer server) {
    String large = "x".repeat(100_000);
    server.send("XADD", "s", 1, "f", "v").expectBulk("1-0");
    server.send("XADD", "s", 2, "f", large).expectBulk("2-0");
    server.send("XADD", "s", 3, large, "v").expectBulk("3-0");
    server.send("XADD", "s", 4, "f", "v").expectBulk("4-0");
    server
        .send("XRANGE", "s", "-", "+")
        .expectArray(
            List.of("1-0", List.of("f", "v")),
            List.of("2-0", List.of("f", large)),
            List.of("3-0", List.of(large, "v")),
            List.of("4-0", List.of("f", "v")));
  }
}
