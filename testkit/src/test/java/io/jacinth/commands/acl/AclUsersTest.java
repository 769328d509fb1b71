package io.jacinth.commands.acl;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ACL USERS. */
@DualRun
class AclUsersTest {
  @Test
  void areInTheOrderOfTheirNames(TestServer server) {
    server.send("ACL", "USERS").expectArray("default");
    server.send("ACL", "SETUSER", "zoe").expect("OK");
    server.send("ACL", "SETUSER", "Bob").expect("OK");
    server.send("ACL", "SETUSER", "alice").expect("OK");
    server.send("ACL", "USERS").expectArray("Bob", "alice", "default", "zoe");
    server
        .send("ACL", "USERS", "x")
        .expectError("ERR wrong number of arguments for 'acl|users' command");
  }
}
