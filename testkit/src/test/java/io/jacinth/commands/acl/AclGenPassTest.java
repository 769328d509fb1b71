package io.jacinth.commands.acl;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ACL GENPASS. */
@DualRun
class AclGenPassTest {
  @Test
  void takesFrom1To4096Bits(TestServer server) {
    server
        .send("ACL", "GENPASS", 0)
        .expectError(
            "ERR ACL GENPASS argument must be the number of bits for the output password, a positive number up to 4096");
    server
        .send("ACL", "GENPASS", -1)
        .expectError(
            "ERR ACL GENPASS argument must be the number of bits for the output password, a positive number up to 4096");
    server
        .send("ACL", "GENPASS", 4097)
        .expectError(
            "ERR ACL GENPASS argument must be the number of bits for the output password, a positive number up to 4096");
    server.send("ACL", "GENPASS", "x").expectError("ERR value is not an integer or out of range");
    server
        .send("ACL", "GENPASS", 1, 2)
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'GENPASS'. Try ACL HELP.");
  }
}
