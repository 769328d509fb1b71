package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** GETRANGE. */
@DualRun
class GetRangeTest {
  @Test
  void countsFromBothEnds(TestServer server) {
    server.send("SET", "k", "Hello World").expectSimple("OK");
    server.send("GETRANGE", "k", "0", "4").expectBulk("Hello");
    server.send("GETRANGE", "k", "-5", "-1").expectBulk("World");
    server.send("GETRANGE", "k", "0", "-1").expectBulk("Hello World");
    server.send("GETRANGE", "k", "3", "1").expectBulk("");
    server.send("GETRANGE", "k", "-1", "-5").expectBulk("");
    server.send("GETRANGE", "k", "-100", "3").expectBulk("Hell");
    server.send("GETRANGE", "k", "5", "100").expectBulk(" World");
    server.send("GETRANGE", "k", "100", "200").expectBulk("");
    server.send("GETRANGE", "k", "-100", "-100").expectBulk("H");
    server.send("GETRANGE", "missing", "0", "-1").expectBulk("");
    server.send("SET", "n", "12345").expectSimple("OK");
    server.send("GETRANGE", "n", "1", "3").expectBulk("234");
    server.send("GETRANGE", "k", "0", "9223372036854775807").expectBulk("Hello World");
    server
        .send("GETRANGE", "k", "-9223372036854775808", "9223372036854775807")
        .expectBulk("Hello World");
    server
        .send("GETRANGE", "k", "a", "1")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("GETRANGE", "k", "1", "b")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("GETRANGE", "k", "1")
        .expectError("ERR wrong number of arguments for 'getrange' command");
  }
}
