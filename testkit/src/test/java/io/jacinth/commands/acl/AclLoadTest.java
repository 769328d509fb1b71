package io.jacinth.commands.acl;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ACL LOAD without a file; see AclFileTest for one. */
@DualRun
class AclLoadTest {
  @Test
  void needsAFile(TestServer server) {
    server
        .send("ACL", "LOAD")
        .expectError(
            "ERR This Redis instance is not configured to use an ACL file. You may want to specify users via the ACL SETUSER command and then issue a CONFIG REWRITE (assuming you have a Redis configuration file set) in order to store users in the Redis configuration.");
    server
        .send("ACL", "LOAD", "x")
        .expectError("ERR wrong number of arguments for 'acl|load' command");
  }
}
