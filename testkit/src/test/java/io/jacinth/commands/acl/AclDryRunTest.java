package io.jacinth.commands.acl;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ACL DRYRUN. */
@DualRun
class AclDryRunTest {
  @Test
  void checksInOrder(TestServer server) {
    server.send("ACL", "DRYRUN", "nobody", "nosuch").expectError("ERR User 'nobody' not found");
    server.send("ACL", "SETUSER", "a").expect("OK");
    server.send("ACL", "DRYRUN", "a", "nosuch").expectError("ERR Command 'nosuch' not found");
    server
        .send("ACL", "DRYRUN", "a", "client", "nosuch")
        .expectError("ERR Command 'client' not found");
    server
        .send("ACL", "DRYRUN", "a", "get")
        .expectError("ERR wrong number of arguments for 'get' command");
    server
        .send("ACL", "DRYRUN", "a", "get", "k")
        .expectBulk("This user has no permissions to run the 'get' command");
    server
        .send("ACL", "DRYRUN", "a")
        .expectError("ERR wrong number of arguments for 'acl|dryrun' command");
  }

  @Test
  void keysByUse(TestServer server) {
    server.send("ACL", "SETUSER", "a", "+@all", "%R~r*", "%W~w*", "~b*").expect("OK");
    server.send("ACL", "DRYRUN", "a", "get", "r1").expect("OK");
    server
        .send("ACL", "DRYRUN", "a", "get", "w1")
        .expectBulk("This user has no permissions to access the 'w1' key");
    server.send("ACL", "DRYRUN", "a", "set", "w1", "x").expect("OK");
    server
        .send("ACL", "DRYRUN", "a", "set", "w1", "x", "GET")
        .expectBulk("This user has no permissions to access the 'w1' key");
    server.send("ACL", "DRYRUN", "a", "set", "b1", "x", "GET").expect("OK");
    server
        .send("ACL", "DRYRUN", "a", "set", "r1", "x")
        .expectBulk("This user has no permissions to access the 'r1' key");
    server.send("ACL", "DRYRUN", "a", "copy", "r1", "w1").expect("OK");
    server
        .send("ACL", "DRYRUN", "a", "copy", "w1", "r1")
        .expectBulk("This user has no permissions to access the 'w1' key");
    server.send("ACL", "DRYRUN", "a", "rename", "b1", "w1").expect("OK");
    server
        .send("ACL", "DRYRUN", "a", "rename", "r1", "w1")
        .expectBulk("This user has no permissions to access the 'r1' key");
    server.send("ACL", "DRYRUN", "a", "sort", "r1", "store", "w1").expect("OK");
    server
        .send("ACL", "DRYRUN", "a", "sort", "r1", "store", "r2")
        .expectBulk("This user has no permissions to access the 'r2' key");
    server
        .send(
            "ACL", "DRYRUN", "a", "sort", "r1", "by", "store", "get", "store", "limit", 0, "store",
            "store", "w1")
        .expect("OK");
    server.send("ACL", "DRYRUN", "a", "sort", "r1", "store", "r2", "store", "w1").expect("OK");
    server
        .send("ACL", "DRYRUN", "a", "mget", "r1", "r2", "w1")
        .expectBulk("This user has no permissions to access the 'w1' key");
    server.send("ACL", "DRYRUN", "a", "bitfield", "r1", "get", "u4", 0).expect("OK");
    server
        .send("ACL", "DRYRUN", "a", "bitfield", "r1", "set", "u4", 0, 1)
        .expectBulk("This user has no permissions to access the 'r1' key");
    server
        .send("ACL", "DRYRUN", "a", "bitfield", "w1", "set", "u4", 0, 1)
        .expectBulk("This user has no permissions to access the 'w1' key");
    server.send("ACL", "DRYRUN", "a", "zunionstore", "w1", 2, "r1", "r2").expect("OK");
    server
        .send("ACL", "DRYRUN", "a", "zunionstore", "w1", 2, "r1", "w2")
        .expectBulk("This user has no permissions to access the 'w2' key");
    server
        .send("ACL", "DRYRUN", "a", "xread", "streams", "r1", "w1", 0, 0)
        .expectBulk("This user has no permissions to access the 'w1' key");
    server
        .send("ACL", "DRYRUN", "a", "exists", "nothing")
        .expectBulk("This user has no permissions to access the 'nothing' key");
    server.send("ACL", "DRYRUN", "a", "del", "w1").expect("OK");
    server
        .send("ACL", "DRYRUN", "a", "del", "r1")
        .expectBulk("This user has no permissions to access the 'r1' key");
    server.send("ACL", "DRYRUN", "a", "dbsize").expect("OK");
    server.send("ACL", "DRYRUN", "a", "object", "encoding", "w1").expect("OK");
    server.send("ACL", "DRYRUN", "a", "strlen", "w1").expect("OK");
  }

  @Test
  void selectorsStandForThemselves(TestServer server) {
    server
        .send("ACL", "SETUSER", "a", "+get", "~a*", "(+set", "~b*)", "(+@hash", "~*)")
        .expect("OK");
    server.send("ACL", "DRYRUN", "a", "get", "a1").expect("OK");
    server
        .send("ACL", "DRYRUN", "a", "get", "b1")
        .expectBulk("This user has no permissions to access the 'b1' key");
    server.send("ACL", "DRYRUN", "a", "set", "b1", "x").expect("OK");
    server
        .send("ACL", "DRYRUN", "a", "set", "a1", "x")
        .expectBulk("This user has no permissions to access the 'a1' key");
    server.send("ACL", "DRYRUN", "a", "hget", "x", "f").expect("OK");
    server
        .send("ACL", "DRYRUN", "a", "del", "a1")
        .expectBulk("This user has no permissions to run the 'del' command");
  }

  @Test
  void subcommandsAndFirstArguments(TestServer server) {
    server.send("ACL", "SETUSER", "a", "+select|0", "+config|get").expect("OK");
    server.send("ACL", "DRYRUN", "a", "select", 0).expect("OK");
    server
        .send("ACL", "DRYRUN", "a", "select", 1)
        .expectBulk("This user has no permissions to run the 'select' command");
    server.send("ACL", "DRYRUN", "a", "config", "get", "x").expect("OK");
    server
        .send("ACL", "DRYRUN", "a", "config", "set", "x", "y")
        .expectBulk("This user has no permissions to run the 'config|set' command");
    server.send("ACL", "DRYRUN", "a", "auth", "x").expect("OK");
    server
        .send("ACL", "DRYRUN", "a", "ping")
        .expectBulk("This user has no permissions to run the 'ping' command");
  }

  @Test
  void theLastKeyIsTold(TestServer server) {
    server.send("ACL", "SETUSER", "a", "+@all", "~a", "(+@all", "~b)").expect("OK");
    server
        .send("ACL", "DRYRUN", "a", "mget", "a", "b")
        .expectBulk("This user has no permissions to access the 'b' key");
    server
        .send("ACL", "DRYRUN", "a", "mget", "b", "a")
        .expectBulk("This user has no permissions to access the 'a' key");
    server
        .send("ACL", "DRYRUN", "a", "mget", "a", "a", "c")
        .expectBulk("This user has no permissions to access the 'c' key");
  }
}
