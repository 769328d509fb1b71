package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** SETRANGE. */
@DualRun
class SetRangeTest {
  @Test
  void overwritesAndLengthens(TestServer server) {
    server.send("SET", "k", "Hello World").expectSimple("OK");
    server.send("SETRANGE", "k", "6", "Redis").expectInteger(11);
    server.send("GET", "k").expectBulk("Hello Redis");
    server.send("SETRANGE", "k", "0", "").expectInteger(11);
    server.send("SETRANGE", "new", "0", "").expectInteger(0);
    server.send("EXISTS", "new").expectInteger(0);
    server.send("SETRANGE", "new", "3", "ab").expectInteger(5);
    server.send("STRLEN", "new").expectInteger(5);
    server.send("GETRANGE", "new", "3", "4").expectBulk("ab");
    server.send("SET", "n", "123").expectSimple("OK");
    server.send("SETRANGE", "n", "1", "9").expectInteger(3);
    server.send("GET", "n").expectBulk("193");
    server.send("OBJECT", "ENCODING", "n").expectBulk("raw");
    server.send("SETRANGE", "k", "2", "x").expectInteger(11);
    server.send("GET", "k").expectBulk("Hexlo Redis");
    server.send("SETRANGE", "k", "-1", "x").expectError("ERR offset is out of range");
    server
        .send("SETRANGE", "k", "536870912", "x")
        .expectError("ERR string exceeds maximum allowed size (proto-max-bulk-len)");
    server
        .send("SETRANGE", "k", "536870911", "xy")
        .expectError("ERR string exceeds maximum allowed size (proto-max-bulk-len)");
    server
        .send("SETRANGE", "k", "9223372036854775807", "xy")
        .expectError("ERR string exceeds maximum allowed size (proto-max-bulk-len)");
    server
        .send("SETRANGE", "k", "a", "x")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("SETRANGE", "k", "1")
        .expectError("ERR wrong number of arguments for 'setrange' command");
  }
}
