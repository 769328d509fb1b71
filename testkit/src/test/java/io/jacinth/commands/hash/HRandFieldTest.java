package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HRANDFIELD. */
@DualRun
class HRandFieldTest {
  @Test
  void answersFields(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server.send("HSET", "h", "a", 1).expectInteger(1);
    server.send("HRANDFIELD", "h").expectBulk("a");
    server.send("HRANDFIELD", "h", 5).expectArray("a");
    server.send("HRANDFIELD", "h", -3).expectArray("a", "a", "a");
    server.send("HRANDFIELD", "h", 2, "WITHVALUES").expectArray("a", "1");
    server.send("HRANDFIELD", "h", -2, "withvalues").expectArray("a", "1", "a", "1");
    server.send("HRANDFIELD", "h", 0).expectArray();
    server.send("HRANDFIELD", "none").expectNil();
    server.send("HRANDFIELD", "none", 3).expectArray();
    server
        .send("HRANDFIELD", "s")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("HRANDFIELD", "s", 1)
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("HRANDFIELD", "h", "x").expectError("ERR value is not an integer or out of range");
    server.send("HRANDFIELD", "h", 1, "foo").expectError("ERR syntax error");
    server.send("HRANDFIELD", "h", 1, "withvalues", "x").expectError("ERR syntax error");
    server
        .send("HRANDFIELD", "h", "-9223372036854775808")
        .expectError(
            "ERR value is out of range, value must between -9223372036854775807 and 9223372036854775807");
    server
        .send("HRANDFIELD", "h", "-9223372036854775807", "withvalues")
        .expectError("ERR value is out of range");
    server
        .send("HRANDFIELD", "h", "9223372036854775807", "withvalues")
        .expectError("ERR value is out of range");
    server.send("HRANDFIELD", "h", "9223372036854775807").expectArray("a");
  }

  @Test
  void answersEachOnce(TestServer server) {
    server.send("HSET", "h", "a", 1, "b", 2, "c", 3).expectInteger(3);
    server.send("HRANDFIELD", "h", 3).expectUnordered("a", "b", "c");
    server.send("HRANDFIELD", "h", 10, "WITHVALUES").expectUnordered("a", "1", "b", "2", "c", "3");
  }
}
