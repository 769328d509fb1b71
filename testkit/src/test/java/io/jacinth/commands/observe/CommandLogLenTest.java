package io.jacinth.commands.observe;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** COMMANDLOG LEN. */
@DualRun
@JacinthOnly("a command of Valkey")
class CommandLogLenTest {
  @Test
  void countsEntriesUpToTheBound(TestServer server) {
    server.send("CONFIG", "SET", "commandlog-large-request-max-len", 2).expect("OK");
    server.send("CONFIG", "SET", "commandlog-request-larger-than", 0).expect("OK");
    server.send("COMMANDLOG", "LEN", "large-request").expectInteger(0);
    server.send("COMMANDLOG", "LEN", "large-request").expectInteger(1);
    server.send("COMMANDLOG", "LEN", "LARGE-request").expectInteger(2);
    server.send("COMMANDLOG", "LEN", "large-request").expectInteger(2);
    server
        .send("COMMANDLOG", "LEN")
        .expectError("ERR wrong number of arguments for 'commandlog|len' command");
  }
}
