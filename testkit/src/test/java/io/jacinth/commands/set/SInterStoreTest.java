package io.jacinth.commands.set;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SINTERSTORE. */
@DualRun
class SInterStoreTest {
  @Test
  void storesTheMembers(TestServer server) {
    server.send("SADD", "a", "1", "2", "3", "x").expectInteger(4);
    server.send("SADD", "b", "2", "3", "4", "y").expectInteger(4);
    server.send("SADD", "c", "3").expectInteger(1);
    server.send("SADD", "i", "2", "3", "9").expectInteger(3);
    server.send("SINTERSTORE", "d", "a").expectInteger(4);
    server.send("SMEMBERS", "d").expectUnordered("3", "2", "1", "x");
    server.send("SINTERSTORE", "d", "a", "b").expectInteger(2);
    server.send("SMEMBERS", "d").expectUnordered("2", "3");
    server.send("SINTERSTORE", "d", "b", "a").expectInteger(2);
    server.send("SMEMBERS", "d").expectUnordered("2", "3");
    server.send("SINTERSTORE", "d", "a", "b", "c").expectInteger(1);
    server.send("SMEMBERS", "d").expectUnordered("3");
    server.send("SINTERSTORE", "d", "i").expectInteger(3);
    server.send("SMEMBERS", "d").expectUnordered("2", "3", "9");
    server.send("SINTERSTORE", "d", "a", "none").expectInteger(0);
    server.send("SMEMBERS", "d").expectUnordered();
    server.send("SINTERSTORE", "d", "none").expectInteger(0);
    server.send("SMEMBERS", "d").expectUnordered();
    server.send("SINTERSTORE", "d", "a", "i").expectInteger(2);
    server.send("SMEMBERS", "d").expectUnordered("2", "3");
    server.send("SINTERSTORE", "a", "a", "b").expectInteger(2);
    server.send("SMEMBERS", "a").expectUnordered("2", "3");
    server.send("SINTERSTORE", "b", "b", "b").expectInteger(4);
    server.send("SMEMBERS", "b").expectUnordered("3", "2", "4", "y");
    server.send("SINTERSTORE", "i", "none").expectInteger(0);
    server.send("EXISTS", "i").expectInteger(0);
  }

  @Test
  void replacesWhateverWasThere(TestServer server) {
    server.send("SADD", "a", "1", "2").expectInteger(2);
    server.send("SET", "d", "text", "EX", "100").expectSimple("OK");
    server.send("SINTERSTORE", "d", "a").expectInteger(2);
    server.send("TYPE", "d").expectSimple("set");
    server.send("TTL", "d").expectInteger(-1);
    server.send("OBJECT", "ENCODING", "d").expectBulk("intset");
    server.send("SET", "str", "1").expectSimple("OK");
    server
        .send("SINTERSTORE", "d", "a", "str")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("SINTERSTORE", "d", "none", "str")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("SINTERSTORE", "str", "none").expectInteger(0);
    server.send("EXISTS", "str").expectInteger(0);
    server
        .send("SINTERSTORE", "d")
        .expectError("ERR wrong number of arguments for 'sinterstore' command");
    server
        .send("SINTERSTORE")
        .expectError("ERR wrong number of arguments for 'sinterstore' command");
  }
}
