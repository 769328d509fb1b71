package io.jacinth.commands.acl;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ACL WHOAMI. */
@DualRun
class AclWhoAmITest {
  @Test
  void isTheDefaultUserAtFirst(TestServer server) {
    server.send("ACL", "WHOAMI").expectBulk("default");
  }

  @Test
  void followsTheLogin(TestServer server) {
    server.send("ACL", "SETUSER", "alice", "on", ">x", "+acl", "+hello").expect("OK");
    server.send("AUTH", "alice", "x").expect("OK");
    server.send("ACL", "WHOAMI").expectBulk("alice");
    server
        .send("AUTH", "alice", "wrong")
        .expectError("WRONGPASS invalid username-password pair or user is disabled.");
    server.send("ACL", "WHOAMI").expectBulk("alice");
    server.send("RESET").expectSimple("RESET");
    server.send("ACL", "WHOAMI").expectBulk("default");
    server
        .send("HELLO", 2, "AUTH", "alice", "wrong")
        .expectError("WRONGPASS invalid username-password pair or user is disabled.");
    server.send("ACL", "WHOAMI").expectBulk("default");
  }

  @Test
  void takesNoArguments(TestServer server) {
    server
        .send("ACL", "WHOAMI", "x")
        .expectError("ERR wrong number of arguments for 'acl|whoami' command");
  }
}
