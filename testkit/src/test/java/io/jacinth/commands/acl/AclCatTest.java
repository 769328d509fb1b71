package io.jacinth.commands.acl;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ACL CAT. */
@DualRun
class AclCatTest {
  @Test
  void listsCategories(TestServer server) {
    server
        .send("ACL", "CAT")
        .expectArray(
            "keyspace",
            "read",
            "write",
            "set",
            "sortedset",
            "list",
            "hash",
            "string",
            "bitmap",
            "hyperloglog",
            "geo",
            "stream",
            "pubsub",
            "admin",
            "fast",
            "slow",
            "blocking",
            "dangerous",
            "connection",
            "transaction",
            "scripting");
  }

  @Test
  void wrongCategory(TestServer server) {
    server.send("ACL", "CAT", "nosuch").expectError("ERR Unknown category 'nosuch'");
    server
        .send("ACL", "CAT", "a", "b")
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'CAT'. Try ACL HELP.");
  }

  @Test
  void anyCase(TestServer server) {
    server
        .send("ACL", "CAT", "TRANSACTION")
        .expectUnordered("watch", "multi", "exec", "unwatch", "discard");
  }
}
