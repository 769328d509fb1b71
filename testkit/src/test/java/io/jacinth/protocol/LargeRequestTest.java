package io.jacinth.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** Requests of many or of long arguments. */
@DualRun
class LargeRequestTest {
  private static final int MANY = 1 << 20;

  private static byte[] request(int count, String first, String other) {
    StringBuilder request = new StringBuilder("*" + count + "\r\n");
    request.append('$').append(first.length()).append("\r\n").append(first).append("\r\n");
    String argument = "$" + other.length() + "\r\n" + other + "\r\n";
    request.append(argument.repeat(count - 1));
    return request.toString().getBytes(US_ASCII);
  }

  @Test
  void takesAMillionArguments(TestServer server) {
    server.send("SET", "k", "v");
    TestConnection connection = server.connect();
    assertThat(connection.writeRaw(request(MANY, "MGET", "k")).read().elements()).hasSize(MANY - 1);
    connection.writeRaw(request(MANY, "DEL", "k")).read().expectInteger(1);
    connection.send("PING").expect("PONG");
  }

  @Test
  void refusesAMillionArgumentsThatNobodyWants(TestServer server) {
    TestConnection connection = server.connect();
    connection
        .writeRaw(request(MANY, "GET", "k"))
        .read()
        .expectError("ERR wrong number of arguments for 'get' command");
    connection
        .writeRaw(request(MANY, "NOSUCH", "k"))
        .read()
        .expectErrorStarting("ERR unknown command 'NOSUCH', with args beginning with: 'k' 'k' ");
    connection.send("PING").expect("PONG");
  }

  @Test
  void takesLongArguments(TestServer server) {
    byte[] value = new byte[20_000_000];
    for (int i = 0; i < value.length; i++) {
      value[i] = (byte) (i * 31 >>> 8);
    }
    TestConnection connection = server.connect();
    connection.write("SET", "k", value).write("STRLEN", "k").write("GET", "k");
    connection.read().expect("OK");
    connection.read().expectInteger(value.length);
    connection.read().expect(value);
  }

  @Test
  void heedsTheLimitOfTheConfiguration(TestServer server) {
    server.send("CONFIG", "SET", "proto-max-bulk-len", "1mb").expect("OK");
    server.send("ECHO", "x".repeat(1 << 20)).expectBulk("x".repeat(1 << 20));
    TestConnection connection = server.connect();
    connection
        .writeRaw("*2\r\n$4\r\nECHO\r\n$1048577\r\n")
        .read()
        .expectError("ERR Protocol error: invalid bulk length");
    connection.expectClosed();
  }
}
