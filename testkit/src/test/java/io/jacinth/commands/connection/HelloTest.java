package io.jacinth.commands.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** HELLO. */
@DualRun
class HelloTest {
  @Test
  void introducesTheServer(TestServer server) {
    server
        .send("HELLO")
        .expectMap(
            "server",
            "redis",
            "proto",
            2,
            "mode",
            "standalone",
            "role",
            "master",
            "modules",
            List.of());
    server.send("HELLO", "3").expectMap("server", "redis", "proto", 3);
    server.send("HELLO", "2").expectMap("proto", 2);
  }

  @Test
  void switchesTheProtocolForItsOwnReply(TestServer server) {
    TestConnection connection = server.connect();
    assertThat(connection.send("HELLO", "3").value()).isInstanceOf(RespValue.MapValue.class);
    assertThat(connection.send("HELLO").value()).isInstanceOf(RespValue.MapValue.class);
    connection.send("GET", "absent").expectRaw("_\r\n");
    assertThat(connection.send("HELLO", "2").value()).isInstanceOf(RespValue.ArrayValue.class);
    connection.send("GET", "absent").expectRaw("$-1\r\n");
  }

  @Test
  void tellsTheIdOfTheConnection(TestServer server) {
    long id = server.send("CLIENT", "ID").integer();
    server.send("HELLO").expectMap("id", id);
  }

  @Test
  void knowsTwoVersions(TestServer server) {
    for (String version : List.of("0", "1", "4", "-2", "99")) {
      server.send("HELLO", version).expectError("NOPROTO unsupported protocol version");
    }
    for (String version : List.of("x", "", "3.0", "99999999999999999999")) {
      server
          .send("HELLO", version)
          .expectError("ERR Protocol version is not an integer or out of range");
    }
    server.send("HELLO").expectMap("proto", 2);
  }

  @Test
  void namesTheConnection(TestServer server) {
    server.send("HELLO", "3", "SETNAME", "me").expectMap("proto", 3);
    server.send("CLIENT", "GETNAME").expectBulk("me");
    server
        .send("HELLO", "3", "setname", "a b")
        .expectError("ERR Client names cannot contain spaces, newlines or special characters.");
    server.send("CLIENT", "GETNAME").expectBulk("me");
  }

  @Test
  void refusesUnknownOptions(TestServer server) {
    server.send("HELLO", "3", "SETNAME").expectError("ERR Syntax error in HELLO option 'SETNAME'");
    server.send("HELLO", "3", "auth", "a").expectError("ERR Syntax error in HELLO option 'auth'");
    server.send("HELLO", "3", "foo").expectError("ERR Syntax error in HELLO option 'foo'");
    server.send("HELLO", "3", "a\r\nb").expectError("ERR Syntax error in HELLO option 'a  b'");
    server.send("HELLO").expectMap("proto", 2);
  }

  @Test
  void logsIn(TestServer server) {
    server.send("CONFIG", "SET", "requirepass", "secret").expect("OK");
    TestConnection connection = server.connect();
    connection.send("HELLO").expectErrorStarting("NOAUTH HELLO must be called with the client");
    connection.send("HELLO", "3").expectErrorStarting("NOAUTH HELLO must be called");
    connection.send("HELLO", "9").expectErrorStarting("NOPROTO ");
    connection
        .send("HELLO", "3", "AUTH", "default", "wrong")
        .expectError("WRONGPASS invalid username-password pair or user is disabled.");
    connection.send("PING").expectError("NOAUTH Authentication required.");
    connection
        .send("HELLO", "3", "AUTH", "default", "secret", "SETNAME", "me")
        .expectMap("proto", 3);
    connection.send("CLIENT", "GETNAME").expectBulk("me");
  }

  @Test
  void staysSilentWhileRepliesAreOff(TestServer server) {
    TestConnection connection = server.connect();
    connection.write("CLIENT", "REPLY", "OFF").write("HELLO", "3");
    connection.write("CLIENT", "REPLY", "ON").write("GET", "absent");
    connection.read().expectSimple("OK");
    connection.read().expectRaw("_\r\n");
  }
}
