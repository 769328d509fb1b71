package io.jacinth.commands.set;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SUNION. */
@DualRun
class SUnionTest {
  @Test
  void answersTheMembers(TestServer server) {
    server.send("SADD", "a", "1", "2", "3", "x").expectInteger(4);
    server.send("SADD", "b", "2", "3", "4", "y").expectInteger(4);
    server.send("SADD", "c", "3").expectInteger(1);
    server.send("SADD", "i", "2", "3", "9").expectInteger(3);
    server.send("SUNION", "a").expectUnordered("3", "2", "1", "x");
    server.send("SUNION", "a", "b").expectUnordered("2", "3", "1", "x", "4", "y");
    server.send("SUNION", "a", "b", "c").expectUnordered("2", "3", "1", "x", "4", "y");
    server.send("SUNION", "b", "a").expectUnordered("2", "3", "1", "x", "y", "4");
    server.send("SUNION", "a", "a").expectUnordered("2", "3", "1", "x");
    server.send("SUNION", "a", "i").expectUnordered("x", "2", "3", "1", "9");
    server.send("SUNION", "i", "a").expectUnordered("3", "2", "1", "9", "x");
    server.send("SUNION", "i").expectUnordered("2", "3", "9");
    server.send("SUNION", "i", "c").expectUnordered("2", "3", "9");
    server.send("SUNION", "a", "none").expectUnordered("3", "2", "1", "x");
    server.send("SUNION", "none", "a").expectUnordered("3", "2", "1", "x");
    server.send("SUNION", "none").expectUnordered();
    server.send("SUNION", "none", "none").expectUnordered();
    server.send("SUNION", "c", "a", "b", "i").expectUnordered("2", "3", "1", "x", "4", "y", "9");
    server.send("SET", "str", "1").expectSimple("OK");
    server
        .send("SUNION", "a", "str")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("SUNION", "none", "str")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("SUNION", "str", "none")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("SUNION").expectError("ERR wrong number of arguments for 'sunion' command");
  }

  @Test
  void isASetInResp3(TestServer server) {
    server.send("SADD", "s", "a").expectInteger(1);
    TestConnection resp3 = server.resp3();
    resp3.send("SUNION", "s").expectRaw("~1\r\n$1\r\na\r\n");
    resp3.send("SUNION", "none").expectRaw("~0\r\n");
  }

  @Test
  void agreesOnSetsOfAllSizes(TestServer server) {
    SetModel.check(server, "SUNION");
  }
}
