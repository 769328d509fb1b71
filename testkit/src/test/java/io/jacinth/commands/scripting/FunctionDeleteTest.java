package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** FUNCTION DELETE. */
@DualRun
class FunctionDeleteTest {
  @Test
  void forgetsALibrary(TestServer server) {
    server.send("FUNCTION", "DELETE", "lib").expectError("ERR Library not found");
    server
        .send(
            "FUNCTION",
            "LOAD",
            "#!lua name=lib\nredis.register_function(\"f\", function(keys, args) return {keys[1], args[1]} end)\n")
        .expectBulk("lib");
    server.send("FUNCTION", "DELETE", "lib").expect("OK");
    server.send("FCALL", "f", 0).expectError("ERR Function not found");
    server
        .send("FUNCTION", "DELETE")
        .expectError("ERR wrong number of arguments for 'function|delete' command");
  }
}
