package io.jacinth.commands.set;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SMEMBERS. */
@DualRun
class SMembersTest {
  @Test
  void answersAll(TestServer server) {
    server.send("SMEMBERS", "none").expectArray();
    server.send("SADD", "s", "a", "b", "1").expectInteger(3);
    server.send("SMEMBERS", "s").expectUnordered("1", "b", "a");
    server.send("SADD", "i", "3", "1", "-5").expectInteger(3);
    server.send("SMEMBERS", "i").expectUnordered("-5", "1", "3");
    server.send("SET", "str", "1").expectSimple("OK");
    server
        .send("SMEMBERS", "str")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("SMEMBERS").expectError("ERR wrong number of arguments for 'smembers' command");
  }

  @Test
  void isASetInResp3(TestServer server) {
    server.send("SADD", "s", "a").expectInteger(1);
    TestConnection resp3 = server.resp3();
    resp3.send("SMEMBERS", "s").expectRaw("~1\r\n$1\r\na\r\n");
    resp3.send("SMEMBERS", "none").expectRaw("~0\r\n");
  }
}
