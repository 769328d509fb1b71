package io.jacinth.commands.stream;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XREAD. */
@DualRun
class XReadTest {
  @Test
  void answersWhatIsBehindAnId(TestServer server) {
    server.send("XADD", "s", "1", "f", "1").expectBulk("1-0");
    server.send("XADD", "s", "2", "f", "2").expectBulk("2-0");
    server.send("XADD", "s", "3", "f", "3").expectBulk("3-0");
    server.send("XADD", "s", "4", "f", "4").expectBulk("4-0");
    server.send("XADD", "s", "5", "f", "5").expectBulk("5-0");
    server.send("XADD", "s", "6", "f", "6").expectBulk("6-0");
    server.send("XADD", "t", "5", "g", "w").expectBulk("5-0");
    server
        .send("XREAD", "STREAMS", "s", "4")
        .expectArray(
            List.of(
                "s",
                List.of(List.of("5-0", List.of("f", "5")), List.of("6-0", List.of("f", "6")))));
    server
        .send("XREAD", "COUNT", "2", "STREAMS", "s", "t", "0", "0")
        .expectArray(
            List.of(
                "s", List.of(List.of("1-0", List.of("f", "1")), List.of("2-0", List.of("f", "2")))),
            List.of("t", List.of(List.of("5-0", List.of("g", "w")))));
    server
        .send("XREAD", "STREAMS", "s", "t", "6", "4")
        .expectArray(List.of("t", List.of(List.of("5-0", List.of("g", "w")))));
    server
        .send("XREAD", "STREAMS", "s", "t", "none", "$", "0", "0")
        .expectArray(List.of("t", List.of(List.of("5-0", List.of("g", "w")))));
    server.send("XREAD", "STREAMS", "s", "$").expectNil();
    server.send("XREAD", "STREAMS", "s", "6").expectNil();
    server.send("XREAD", "STREAMS", "s", "18446744073709551615-18446744073709551615").expectNil();
    server
        .send("XREAD", "COUNT", "0", "STREAMS", "s", "5")
        .expectArray(List.of("s", List.of(List.of("6-0", List.of("f", "6")))));
    server
        .send("XREAD", "COUNT", "-1", "STREAMS", "s", "5")
        .expectArray(List.of("s", List.of(List.of("6-0", List.of("f", "6")))));
    server
        .send("XREAD", "STREAMS", "s", "s", "5", "4")
        .expectArray(
            List.of("s", List.of(List.of("6-0", List.of("f", "6")))),
            List.of(
                "s",
                List.of(List.of("5-0", List.of("f", "5")), List.of("6-0", List.of("f", "6")))));
    server.send("XREAD", "STREAMS", "none", "0").expectNil();
    server.send("XDEL", "s", "6").expectInteger(1);
    server.send("XREAD", "STREAMS", "s", "5").expectNil();
  }

  @Test
  void checksItsArguments(TestServer server) {
    server.send("XREAD").expectError("ERR wrong number of arguments for 'xread' command");
    server
        .send("XREAD", "STREAMS")
        .expectError("ERR wrong number of arguments for 'xread' command");
    server
        .send("XREAD", "STREAMS", "s")
        .expectError("ERR wrong number of arguments for 'xread' command");
    server.send("XREAD", "COUNT", "1", "s", "0").expectError("ERR syntax error");
    server
        .send("XREAD", "COUNT", "x", "STREAMS", "s", "0")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("XREAD", "BLOCK", "x", "STREAMS", "s", "0")
        .expectError("ERR timeout is not an integer or out of range");
    server.send("XREAD", "BLOCK", "-1", "STREAMS", "s", "0").expectError("ERR timeout is negative");
    server
        .send("XREAD", "STREAMS", "s", "x")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XREAD", "STREAMS", "s", "-")
        .expectError("ERR Invalid stream ID specified as stream command argument");
    server
        .send("XREAD", "STREAMS", "s", ">")
        .expectError(
            "ERR The > ID can be specified only when calling XREADGROUP using the GROUP <group> <consumer> option.");
    server
        .send("XREAD", "GROUP", "g", "c", "STREAMS", "s", "0")
        .expectError(
            "ERR The GROUP option is only supported by XREADGROUP. You called XREAD instead.");
    server
        .send("XREAD", "NOACK", "STREAMS", "s", "0")
        .expectError(
            "ERR The NOACK option is only supported by XREADGROUP. You called XREAD instead.");
    server.send("XREAD", "FOO", "STREAMS", "s", "0").expectError("ERR syntax error");
    server.send("SET", "k", "text").expectSimple("OK");
    server
        .send("XREAD", "STREAMS", "k", "0")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("XREAD", "STREAMS", "k", "x")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("XREAD", "STREAMS", "s", "k", "x", "0")
        .expectError("ERR Invalid stream ID specified as stream command argument");
  }

  @Test
  void answersAMapInResp3(TestServer server) {
    server.send("XADD", "s", 1, "f", "v").expectBulk("1-0");
    server
        .resp3()
        .send("XREAD", "STREAMS", "s", 0)
        .expectRaw("%1\r\n$1\r\ns\r\n*1\r\n*2\r\n$3\r\n1-0\r\n*2\r\n$1\r\nf\r\n$1\r\nv\r\n");
    server.resp3().send("XREAD", "STREAMS", "s", "$").expectRaw("_\r\n");
  }

  @Test
  @Since("7.4")
  void answersTheLastEntry(TestServer server) {
    server.send("XREAD", "STREAMS", "s", "+").expectNil();
    server.send("XADD", "s", 1, "f", 1).expectBulk("1-0");
    server.send("XADD", "s", "2-18446744073709551615", "f", 2);
    server
        .send("XREAD", "COUNT", 3, "STREAMS", "s", "+")
        .expectArray(List.of("s", List.of(List.of("2-18446744073709551615", List.of("f", "2")))));
    server.send("XDEL", "s", "1-0", "2-18446744073709551615").expectInteger(2);
    server.send("XREAD", "STREAMS", "s", "+").expectNil();
  }

  @Test
  @Since("7.2")
  void saysThatAnIdIsMissing(TestServer server) {
    server
        .send("XREAD", "STREAMS", "s", "t", "0")
        .expectError(
            "ERR Unbalanced 'xread' list of streams: for each stream key an ID or '$' must be"
                + " specified.");
  }

  @Test
  void waitsForAnEntryBehindTheLast(TestServer server) {
    server.send("XADD", "s", 1, "f", "v").expectBulk("1-0");
    TestConnection waiting =
        Waiting.client(server, "XREAD", "BLOCK", 0, "STREAMS", "s", "t", "$", "0");
    server.send("XADD", "s", 2, "g", "w").expectBulk("2-0");
    waiting.read().expectArray(List.of("s", List.of(List.of("2-0", List.of("g", "w")))));
  }
}
