package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FUNCTION LIST. */
@DualRun
class FunctionListTest {
  private static final String CODE =
      "#!lua name=lib\nredis.register_function(\"f\", function(keys, args) return {keys[1], args[1]} end)\n";
  private static final List<Object> FUNCTIONS =
      List.of(Arrays.asList("name", "f", "description", null, "flags", List.of()));
  private static final List<Object> WITH_CODE =
      List.of("library_name", "lib", "engine", "LUA", "functions", FUNCTIONS, "library_code", CODE);

  @Test
  void tellsOfLibraries(TestServer server) {
    server.send("FUNCTION", "LIST").expectArray();
    server.send("FUNCTION", "LOAD", CODE).expectBulk("lib");
    server
        .send("FUNCTION", "LIST")
        .expectArray(List.of("library_name", "lib", "engine", "LUA", "functions", FUNCTIONS));
    server.send("FUNCTION", "LIST", "WITHCODE").expectArray(WITH_CODE);
    server.send("FUNCTION", "LIST", "LIBRARYNAME", "l*", "WITHCODE").expectArray(WITH_CODE);
    server.send("FUNCTION", "LIST", "LIBRARYNAME", "x*").expectArray();
    server.send("FUNCTION", "LIST", "FOO").expectError("ERR Unknown argument FOO");
    server
        .send("FUNCTION", "LIST", "LIBRARYNAME")
        .expectError("ERR library name argument was not given");
    server
        .send("FUNCTION", "LIST", "WITHCODE", "WITHCODE")
        .expectError("ERR Unknown argument WITHCODE");
    server
        .send("FUNCTION", "LIST", "LIBRARYNAME", "a", "LIBRARYNAME", "b")
        .expectError("ERR Unknown argument LIBRARYNAME");
  }
}
