package io.jacinth.commands.set;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SDIFF. */
@DualRun
class SDiffTest {
  @Test
  void answersTheMembers(TestServer server) {
    server.send("SADD", "a", "1", "2", "3", "x").expectInteger(4);
    server.send("SADD", "b", "2", "3", "4", "y").expectInteger(4);
    server.send("SADD", "c", "3").expectInteger(1);
    server.send("SADD", "i", "2", "3", "9").expectInteger(3);
    server.send("SDIFF", "a").expectUnordered("3", "2", "1", "x");
    server.send("SDIFF", "a", "b").expectUnordered("1", "x");
    server.send("SDIFF", "a", "b", "c").expectUnordered("1", "x");
    server.send("SDIFF", "b", "a").expectUnordered("4", "y");
    server.send("SDIFF", "a", "a").expectUnordered();
    server.send("SDIFF", "a", "i").expectUnordered("1", "x");
    server.send("SDIFF", "i", "a").expectUnordered("9");
    server.send("SDIFF", "i").expectUnordered("2", "3", "9");
    server.send("SDIFF", "i", "c").expectUnordered("2", "9");
    server.send("SDIFF", "a", "none").expectUnordered("3", "2", "1", "x");
    server.send("SDIFF", "none", "a").expectUnordered();
    server.send("SDIFF", "none").expectUnordered();
    server.send("SDIFF", "none", "none").expectUnordered();
    server.send("SDIFF", "c", "a", "b", "i").expectUnordered();
    server.send("SET", "str", "1").expectSimple("OK");
    server
        .send("SDIFF", "a", "str")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("SDIFF", "none", "str")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("SDIFF", "str", "none")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("SDIFF").expectError("ERR wrong number of arguments for 'sdiff' command");
  }

  @Test
  void isASetInResp3(TestServer server) {
    server.send("SADD", "s", "a").expectInteger(1);
    TestConnection resp3 = server.resp3();
    resp3.send("SDIFF", "s").expectRaw("~1\r\n$1\r\na\r\n");
    resp3.send("SDIFF", "none").expectRaw("~0\r\n");
  }

  @Test
  void agreesOnSetsOfAllSizes(TestServer server) {
    SetModel.check(server, "SDIFF");
  }
}
