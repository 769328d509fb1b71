package io.jacinth.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** Rights that change while a client waits are asked again before it is served. */
@DualRun
class BlockedAccessTest {
  private static TestConnection waiting(TestServer server) {
    server.send("ACL", "SETUSER", "ann", "on", "nopass", "+@all", "~*").expect("OK");
    TestConnection client = server.connect();
    client.send("AUTH", "ann", "x").expect("OK");
    client.write("BLPOP", "list", 0).flush();
    while (!server.send("INFO", "clients").text().contains("blocked_clients:1")) {
      Thread.onSpinWait();
    }
    return client;
  }

  @Test
  @Since("7.2")
  void aKeyThatWasClosedIsNotRead(TestServer server) {
    TestConnection client = waiting(server);
    server.send("CONFIG", "RESETSTAT").expect("OK");
    server.send("ACL", "SETUSER", "ann", "resetkeys", "~other").expect("OK");
    server.send("RPUSH", "list", "a").expectInteger(1);
    client.read().expectErrorStarting("NOPERM ");
    server.send("LRANGE", "list", 0, -1).expectArray("a");
    assertThat(server.send("INFO", "commandstats").text())
        .containsPattern("cmdstat_blpop:calls=0,.*,rejected_calls=1,failed_calls=0");
    client.send("PING").expectSimple("PONG");
  }

  @Test
  void aKeyThatIsStillOpenIs(TestServer server) {
    TestConnection client = waiting(server);
    server.send("ACL", "SETUSER", "ann", "resetkeys", "~l*").expect("OK");
    server.send("RPUSH", "list", "a").expectInteger(1);
    client.read().expectArray("list", "a");
  }
}
