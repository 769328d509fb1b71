package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** {@code MEMORY DOCTOR}. */
@DualRun
class MemoryDoctorTest {
  @Test
  void saysSomethingInText(TestServer server) {
    server.send("FLUSHALL").expect("OK");
    assertThat(server.send("MEMORY", "DOCTOR").text()).isNotEmpty();
    try (TestConnection connection = server.resp3()) {
      assertThat(connection.send("MEMORY", "DOCTOR").value())
          .isInstanceOf(RespValue.VerbatimString.class);
    }
  }

  @Test
  @JacinthOnly("the words are ours")
  void noticesAPeakThatIsOver(TestServer server) {
    server
        .send("MEMORY", "DOCTOR")
        .expectBulk("The server holds less than 5 MB: too little to tell anything from.\n");
    server.send("SET", "a", "v".repeat(8_000_000)).expect("OK");
    server.send("SET", "b", "v".repeat(8_000_000)).expect("OK");
    server.send("INFO", "memory");
    server.send("DEL", "a").expectInteger(1);
    assertThat(server.send("MEMORY", "DOCTOR").text()).startsWith("* Peak: the server has held");
  }

  @Test
  void refusesArguments(TestServer server) {
    server
        .send("MEMORY", "DOCTOR", "x")
        .expectError("ERR wrong number of arguments for 'memory|doctor' command");
  }
}
