package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** OBJECT ENCODING. */
@DualRun
class ObjectEncodingTest {
  @Test
  void namesTheEncodingsOfStrings(TestServer server) {
    server.send("SET", "a", "12345").expect("OK");
    server.send("OBJECT", "ENCODING", "a").expectBulk("int");
    server.send("SET", "a", "x".repeat(44)).expect("OK");
    server.send("OBJECT", "ENCODING", "a").expectBulk("embstr");
    server.send("SET", "a", "x".repeat(45)).expect("OK");
    server.send("OBJECT", "ENCODING", "a").expectBulk("raw");
    server.send("SET", "a", "x".repeat(100_000)).expect("OK");
    server.send("object", "encoding", "a").expectBulk("raw");
    server.send("OBJECT", "ENCODING", "none").expectNil().expectRaw("$-1\r\n");
    server
        .send("OBJECT", "ENCODING")
        .expectError("ERR wrong number of arguments for 'object|encoding' command");
  }
}
