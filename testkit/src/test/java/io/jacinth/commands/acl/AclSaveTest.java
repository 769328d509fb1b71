package io.jacinth.commands.acl;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ACL SAVE without a file; see AclFileTest for one. */
@DualRun
class AclSaveTest {
  @Test
  void needsAFile(TestServer server) {
    server
        .send("ACL", "SAVE")
        .expectError(
            "ERR This Redis instance is not configured to use an ACL file. You may want to specify users via the ACL SETUSER command and then issue a CONFIG REWRITE (assuming you have a Redis configuration file set) in order to store users in the Redis configuration.");
    server
        .send("ACL", "SAVE", "x")
        .expectError("ERR wrong number of arguments for 'acl|save' command");
  }
}
