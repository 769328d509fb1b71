package io.jacinth.commands.set;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SINTER. */
@DualRun
class SInterTest {
  @Test
  void answersTheMembers(TestServer server) {
    server.send("SADD", "a", "1", "2", "3", "x").expectInteger(4);
    server.send("SADD", "b", "2", "3", "4", "y").expectInteger(4);
    server.send("SADD", "c", "3").expectInteger(1);
    server.send("SADD", "i", "2", "3", "9").expectInteger(3);
    server.send("SINTER", "a").expectUnordered("3", "2", "1", "x");
    server.send("SINTER", "a", "b").expectUnordered("3", "2");
    server.send("SINTER", "a", "b", "c").expectUnordered("3");
    server.send("SINTER", "b", "a").expectUnordered("3", "2");
    server.send("SINTER", "a", "a").expectUnordered("3", "2", "1", "x");
    server.send("SINTER", "a", "i").expectUnordered("2", "3");
    server.send("SINTER", "i", "a").expectUnordered("2", "3");
    server.send("SINTER", "i").expectUnordered("2", "3", "9");
    server.send("SINTER", "i", "c").expectUnordered("3");
    server.send("SINTER", "a", "none").expectUnordered();
    server.send("SINTER", "none", "a").expectUnordered();
    server.send("SINTER", "none").expectUnordered();
    server.send("SINTER", "none", "none").expectUnordered();
    server.send("SINTER", "c", "a", "b", "i").expectUnordered("3");
    server.send("SET", "str", "1").expectSimple("OK");
    server
        .send("SINTER", "a", "str")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("SINTER", "none", "str")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("SINTER", "str", "none")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("SINTER").expectError("ERR wrong number of arguments for 'sinter' command");
  }

  @Test
  void isASetInResp3(TestServer server) {
    server.send("SADD", "s", "a").expectInteger(1);
    TestConnection resp3 = server.resp3();
    resp3.send("SINTER", "s").expectRaw("~1\r\n$1\r\na\r\n");
    resp3.send("SINTER", "none").expectRaw("~0\r\n");
  }

  @Test
  void agreesOnSetsOfAllSizes(TestServer server) {
    SetModel.check(server, "SINTER");
  }
}
