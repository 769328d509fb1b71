package io.jacinth.commands.connection;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** RESET. */
@DualRun
class ResetTest {
  @Test
  void bringsTheConnectionBackToItsStart(TestServer server) {
    TestConnection connection = server.resp3();
    connection.send("CLIENT", "SETNAME", "me").expect("OK");
    connection.send("RESET").expectSimple("RESET").expectRaw("+RESET\r\n");
    connection.send("CLIENT", "GETNAME").expectRaw("$-1\r\n");
    connection.send("HELLO").expectMap("proto", 2);
  }

  @Test
  void logsOut(TestServer server) {
    server.send("CONFIG", "SET", "requirepass", "secret").expect("OK");
    server.send("PING").expect("PONG");
    server.send("RESET").expectSimple("RESET");
    server.send("PING").expectError("NOAUTH Authentication required.");
    server.send("AUTH", "secret").expect("OK");
    server.send("PING").expect("PONG");
  }

  @Test
  void turnsRepliesOn(TestServer server) {
    TestConnection connection = server.connect();
    connection.write("CLIENT", "REPLY", "OFF").write("PING").write("RESET").write("ECHO", "x");
    connection.read().expectSimple("RESET");
    connection.read().expectBulk("x");
  }

  @Test
  void takesNoArguments(TestServer server) {
    server.send("RESET", "a").expectError("ERR wrong number of arguments for 'reset' command");
  }
}
