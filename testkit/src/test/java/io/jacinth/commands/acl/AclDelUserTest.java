package io.jacinth.commands.acl;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ACL DELUSER. */
@DualRun
class AclDelUserTest {
  @Test
  void countsThoseThereWere(TestServer server) {
    server.send("ACL", "SETUSER", "a").expect("OK");
    server.send("ACL", "SETUSER", "b").expect("OK");
    server.send("ACL", "DELUSER", "a", "nobody", "b", "a").expectInteger(2);
    server.send("ACL", "USERS").expectArray("default");
  }

  @Test
  void theDefaultUserStays(TestServer server) {
    server.send("ACL", "SETUSER", "a").expect("OK");
    server
        .send("ACL", "DELUSER", "a", "default")
        .expectError("ERR The 'default' user cannot be removed");
    server
        .send("ACL", "DELUSER", "default")
        .expectError("ERR The 'default' user cannot be removed");
    server
        .send("ACL", "DELUSER")
        .expectError("ERR wrong number of arguments for 'acl|deluser' command");
  }
}
