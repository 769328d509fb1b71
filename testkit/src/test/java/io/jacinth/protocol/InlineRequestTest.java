package io.jacinth.protocol;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Reply;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** Requests as a line of words, as people type them. */
@DualRun
class InlineRequestTest {
  private static Reply inline(TestServer server, String line) {
    return server.connect().writeRaw(line + "\r\n").read();
  }

  @Test
  void splitsAtSpaces(TestServer server) {
    inline(server, "  PING  ").expectSimple("PONG");
    inline(server, "\tECHO\t x").expectBulk("x");
    server.connect().writeRaw("PING\n").read().expectSimple("PONG");
    server.connect().writeRaw("\r\n\r\nPING\r\n").read().expectSimple("PONG");
  }

  @Test
  void readsDoubleQuotes(TestServer server) {
    inline(server, "ECHO \"a b\"").expectBulk("a b");
    inline(server, "ECHO \"\"").expectBulk("");
    inline(server, "\"ECHO\" \"a'b\"").expectBulk("a'b");
    inline(server, "ECHO \"\\x41\\x4a\\n\\r\\t\\b\\a\\q\\\\\\\"\"")
        .expectBulk("AJ\n\r\t\b\u0007q\\\"");
    inline(server, "ECHO \"\\xZZ\\x4\"").expectBulk("xZZx4");
    inline(server, "ECHO a\"b\"").expectBulk("ab");
  }

  @Test
  void readsSingleQuotes(TestServer server) {
    inline(server, "ECHO 'a b'").expectBulk("a b");
    inline(server, "ECHO 'a\\'b\\n'").expectBulk("a'b\\n");
    inline(server, "ECHO 'a\"b'").expectBulk("a\"b");
  }

  @Test
  void mixesWithArrays(TestServer server) {
    TestConnection connection = server.connect();
    connection.writeRaw("SET k 1\r\n").write("INCR", "k").writeRaw("INCR k\nGET k\r\n");
    connection.read().expect("OK");
    connection.read().expectInteger(2);
    connection.read().expectInteger(3);
    connection.read().expectBulk("3");
  }
}
