package io.jacinth.commands.scripting;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** FUNCTION RESTORE, and FUNCTION DUMP before it. */
@DualRun
class FunctionRestoreTest {
  private static final String LIBRARY =
      "#!lua name=lib\nredis.register_function('f', function(keys) return keys[1] end)";

  private static byte[] dump(TestServer server) {
    server.send("FUNCTION", "LOAD", LIBRARY).expectBulk("lib");
    RespValue payload = server.send("FUNCTION", "DUMP").value();
    assertThat(payload).isInstanceOf(RespValue.BulkString.class);
    return ((RespValue.BulkString) payload).bytes();
  }

  @Test
  void bringsLibrariesBack(TestServer server) {
    byte[] payload = dump(server);
    server.send("FUNCTION", "FLUSH").expect("OK");
    server.send("FUNCTION", "RESTORE", payload).expect("OK");
    server.send("FCALL", "f", 1, "k").expectBulk("k");
  }

  @Test
  void knowsThreePolicies(TestServer server) {
    byte[] payload = dump(server);
    server.send("FUNCTION", "RESTORE", payload).expectError("ERR Library lib already exists");
    server
        .send("FUNCTION", "RESTORE", payload, "APPEND")
        .expectError("ERR Library lib already exists");
    server.send("FUNCTION", "RESTORE", payload, "REPLACE").expect("OK");
    server.send("FUNCTION", "RESTORE", payload, "FLUSH").expect("OK");
    server
        .send("FUNCTION", "RESTORE", payload, "OTHER")
        .expectError(
            "ERR Wrong restore policy given, value should be either FLUSH, APPEND or REPLACE.");
  }

  @Test
  void restoresAllOrNothing(TestServer server) {
    byte[] payload = dump(server);
    server.send("FUNCTION", "FLUSH").expect("OK");
    server.send("FUNCTION", "LOAD", LIBRARY.replace("name=lib", "name=other")).expectBulk("other");
    server.send("FUNCTION", "RESTORE", payload).expectError("ERR Function f already exists");
    server.send("FUNCTION", "DELETE", "lib").expectError("ERR Library not found");
  }
}
