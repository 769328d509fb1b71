package io.jacinth.protocol;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that no command has, and wrong numbers of arguments. */
@DualRun
class UnknownCommandTest {
  @Test
  void namesTheCommandAndItsArguments(TestServer server) {
    server.send("nosuch").expectError("ERR unknown command 'nosuch', with args beginning with: ");
    server
        .send("NoSuch", "a", "b c", "")
        .expectError("ERR unknown command 'NoSuch', with args beginning with: 'a' 'b c' '' ");
    server.send("").expectError("ERR unknown command '', with args beginning with: ");
  }

  @Test
  void keepsToOneLine(TestServer server) {
    server
        .send("no\r\nsuch", "a\nb")
        .expectError("ERR unknown command 'no  such', with args beginning with: 'a b' ");
    server.send("PING").expect("PONG");
  }

  @Test
  void shortensLongNamesAndArguments(TestServer server) {
    server
        .send("N".repeat(300), "x".repeat(300), "y")
        .expectError(
            "ERR unknown command '"
                + "N".repeat(128)
                + "', with args beginning with: '"
                + "x".repeat(128)
                + "' ");
    List<Object> request = new ArrayList<>(List.of("nosuch"));
    StringBuilder shown = new StringBuilder();
    for (int i = 10; i < 60; i++) {
      request.add("argument" + i);
      if (shown.length() < 128) {
        shown.append("'argument").append(i).append("' ");
      }
    }
    String error = "ERR unknown command 'nosuch', with args beginning with: ";
    server.send(request.toArray()).expectErrorStarting(error + shown.substring(0, 100));
  }

  @Test
  void countsArguments(TestServer server) {
    server.send("GET").expectError("ERR wrong number of arguments for 'get' command");
    server.send("GET", "a", "b").expectError("ERR wrong number of arguments for 'get' command");
    server
        .send("config", "GET")
        .expectError("ERR wrong number of arguments for 'config|get' command");
  }

  @Test
  void namesUnknownSubcommands(TestServer server) {
    server
        .send("client", "No\r\nSuch", "x")
        .expectError("ERR unknown subcommand 'No  Such'. Try CLIENT HELP.");
    server
        .send("CONFIG", "x".repeat(300))
        .expectError("ERR unknown subcommand '" + "x".repeat(128) + "'. Try CONFIG HELP.");
  }
}
