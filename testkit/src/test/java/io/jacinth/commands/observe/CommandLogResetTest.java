package io.jacinth.commands.observe;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** COMMANDLOG RESET. */
@DualRun
@JacinthOnly("a command of Valkey")
class CommandLogResetTest {
  @Test
  void forgetsEntriesOfOneKind(TestServer server) {
    server
        .send("CONFIG", "SET", "commandlog-request-larger-than", 0, "slowlog-log-slower-than", 0)
        .expect("OK");
    server.send("PING");
    server
        .send("CONFIG", "SET", "commandlog-request-larger-than", -1, "slowlog-log-slower-than", -1)
        .expect("OK");
    server.send("COMMANDLOG", "RESET", "large-request").expect("OK");
    server.send("COMMANDLOG", "LEN", "large-request").expectInteger(0);
    server.send("COMMANDLOG", "LEN", "slow").expectInteger(2);
    server.send("COMMANDLOG", "RESET", "slow").expect("OK");
    server.send("COMMANDLOG", "LEN", "slow").expectInteger(0);
  }
}
