package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FUNCTION STATS. */
@DualRun
class FunctionStatsTest {
  @Test
  void countsLibraries(TestServer server) {
    server
        .send("FUNCTION", "STATS")
        .expectArray(
            "running_script",
            null,
            "engines",
            List.of("LUA", List.of("libraries_count", 0, "functions_count", 0)));
    server
        .send(
            "FUNCTION",
            "LOAD",
            "#!lua name=lib\nredis.register_function(\"f\", function(keys, args) return {keys[1], args[1]} end)\n")
        .expectBulk("lib");
    server
        .send("FUNCTION", "STATS")
        .expectArray(
            "running_script",
            null,
            "engines",
            List.of("LUA", List.of("libraries_count", 1, "functions_count", 1)));
    server
        .send("FUNCTION", "STATS", "x")
        .expectError("ERR wrong number of arguments for 'function|stats' command");
  }
}
