package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** FUNCTION FLUSH. */
@DualRun
class FunctionFlushTest {
  @Test
  void forgetsAll(TestServer server) {
    server
        .send(
            "FUNCTION",
            "LOAD",
            "#!lua name=lib\nredis.register_function(\"f\", function(keys, args) return {keys[1], args[1]} end)\n")
        .expectBulk("lib");
    server.send("FUNCTION", "FLUSH").expect("OK");
    server.send("FUNCTION", "LIST").expectArray();
    server.send("FUNCTION", "FLUSH", "ASYNC").expect("OK");
    server.send("FUNCTION", "FLUSH", "sync").expect("OK");
    server
        .send("FUNCTION", "FLUSH", "foo")
        .expectError("ERR FUNCTION FLUSH only supports SYNC|ASYNC option");
    server
        .send("FUNCTION", "FLUSH", "sync", "x")
        .expectError(
            "ERR unknown subcommand or wrong number of arguments for 'FLUSH'. Try FUNCTION HELP.");
  }
}
