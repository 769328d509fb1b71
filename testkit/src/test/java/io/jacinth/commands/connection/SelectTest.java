package io.jacinth.commands.connection;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SELECT. */
@DualRun
class SelectTest {
  @Test
  void choosesTheConnectionsDatabase(TestServer server) {
    server.send("SET", "a", "zero").expect("OK");
    server.send("SELECT", 15).expectSimple("OK");
    server.send("GET", "a").expectNil();
    server.send("SET", "a", "fifteen").expect("OK");
    server.connect().send("GET", "a").expect("zero");
    server.send("SELECT", 0).expect("OK");
    server.send("GET", "a").expect("zero");
  }

  @Test
  void refusesWhatIsNoDatabase(TestServer server) {
    server.send("SELECT", 16).expectError("ERR DB index is out of range");
    server.send("SELECT", -1).expectError("ERR DB index is out of range");
    for (String number : new String[] {"x", "", "1.5", " 1", "99999999999999999999"}) {
      server.send("SELECT", number).expectError("ERR value is not an integer or out of range");
    }
    server
        .send("SELECT", "4294967297")
        .expectError("ERR value is out of range, value must between -2147483648 and 2147483647");
    server.send("SELECT").expectError("ERR wrong number of arguments for 'select' command");
  }

  @Test
  void worksInAPipeline(TestServer server) {
    TestConnection connection = server.connect();
    connection.write("SET", "a", 0).write("SELECT", 1).write("SET", "a", 1).write("GET", "a");
    connection.write("SELECT", 0).write("GET", "a");
    connection.read().expect("OK");
    connection.read().expect("OK");
    connection.read().expect("OK");
    connection.read().expect("1");
    connection.read().expect("OK");
    connection.read().expect("0");
  }
}
