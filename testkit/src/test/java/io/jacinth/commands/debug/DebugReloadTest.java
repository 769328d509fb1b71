package io.jacinth.commands.debug;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** DEBUG RELOAD. */
@DualRun
class DebugReloadTest {
  @Test
  void dataComesBackAsItWas(TestServer server) {
    server.send("SET", "s", "text").expect("OK");
    server.send("SET", "e", "1", "PXAT", "4102444800123").expect("OK");
    server.send("RPUSH", "l", "a", "b", "c").expectInteger(3);
    server.send("XADD", "x", "5-1", "f", "v").expect("5-1");
    server.send("SELECT", "3").expect("OK");
    for (int i = 0; i < 600; i++) {
      server.send("HSET", "h", "field" + i, "value" + i).expectInteger(1);
      server.send("ZADD", "z", Integer.toString(i), "member" + i).expectInteger(1);
    }
    server.send("SELECT", "0").expect("OK");
    String digest = server.send("DEBUG", "DIGEST").text();
    server.send("DEBUG", "RELOAD").expect("OK");
    server.send("DEBUG", "DIGEST").expect(digest);
    server.send("PEXPIRETIME", "e").expectInteger(4102444800123L);
    server.send("SET", "s", "other").expect("OK");
    server.send("SET", "more", "1").expect("OK");
    server.send("DEBUG", "RELOAD", "nosave", "NOFLUSH", "MERGE").expect("OK");
    server.send("GET", "s").expect("text");
    server.send("GET", "more").expect("1");
    server.send("DEBUG", "RELOAD", "NOSAVE").expect("OK");
    server.send("DEBUG", "DIGEST").expect(digest);
  }

  @Test
  void takesThreeWords(TestServer server) {
    server
        .send("DEBUG", "RELOAD", "now")
        .expectError("ERR DEBUG RELOAD only supports the MERGE, NOFLUSH and NOSAVE options.");
  }
}
