package io.jacinth.commands.connection;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CLIENT CACHING. */
@DualRun
class ClientCachingTest {
  private static TestConnection tracking(TestServer server, String option) {
    TestConnection c = server.resp3();
    c.send("CLIENT", "TRACKING", "ON", option).expect("OK");
    return c;
  }

  private static void expectInvalid(TestConnection c, String key) {
    c.readPush().expectArray("invalidate", List.of(key));
  }

  @Test
  void refusesWhatMakesNoSense(TestServer server) {
    String off =
        "ERR CLIENT CACHING can be called only when the client is in tracking mode with OPTIN or"
            + " OPTOUT mode enabled";
    server
        .send("CLIENT", "CACHING")
        .expectError("ERR wrong number of arguments for 'client|caching' command");
    server.send("CLIENT", "CACHING", "YES").expectError(off);
    server.send("CLIENT", "CACHING", "x").expectError(off);
    server.send("CLIENT", "TRACKING", "ON").expect("OK");
    server
        .send("CLIENT", "CACHING", "YES")
        .expectError(
            "ERR CLIENT CACHING YES is only valid when tracking is enabled in OPTIN mode.");
    server
        .send("CLIENT", "CACHING", "no")
        .expectError(
            "ERR CLIENT CACHING NO is only valid when tracking is enabled in OPTOUT mode.");
    server.send("CLIENT", "CACHING", "x").expectError("ERR syntax error");
  }

  @Test
  void asksForTheNextCommandAlone(TestServer server) {
    TestConnection c = tracking(server, "OPTIN");
    c.send("GET", "a").expectNil();
    c.send("CLIENT", "CACHING", "YES").expect("OK");
    c.send("CLIENT", "ID");
    c.send("GET", "b").expectNil();
    c.send("GET", "c").expectNil();
    server.send("MSET", "a", 1, "b", 1, "c", 1).expect("OK");
    expectInvalid(c, "b");
    c.expectNoPush();
  }

  @Test
  void isUsedUpByARefusedCommand(TestServer server) {
    TestConnection c = tracking(server, "OPTIN");
    for (String[] refused : new String[][] {{"NOSUCH"}, {"GET"}, {"CLIENT", "NOSUCH"}}) {
      c.send("CLIENT", "CACHING", "YES").expect("OK");
      c.send((Object[]) refused).expectErrorStarting("ERR");
      c.send("GET", "a").expectNil();
    }
    server.send("SET", "a", 1).expect("OK");
    c.expectNoPush();
  }

  @Test
  void asksForATransaction(TestServer server) {
    TestConnection c = tracking(server, "OPTIN");
    c.send("CLIENT", "CACHING", "YES").expect("OK");
    c.send("MULTI").expect("OK");
    c.send("GET", "a").expectSimple("QUEUED");
    c.send("GET", "b").expectSimple("QUEUED");
    c.send("EXEC").expectArray(null, null);
    c.send("GET", "c").expectNil();
    server.send("MSET", "a", 1, "b", 1, "c", 1).expect("OK");
    expectInvalid(c, "a");
    expectInvalid(c, "b");
    c.expectNoPush();
  }

  @Test
  void sparesTheNextCommandAlone(TestServer server) {
    TestConnection c = tracking(server, "OPTOUT");
    c.send("GET", "a").expectNil();
    c.send("CLIENT", "CACHING", "NO").expect("OK");
    c.send("GET", "b").expectNil();
    c.send("GET", "c").expectNil();
    server.send("MSET", "a", 1, "b", 1, "c", 1).expect("OK");
    expectInvalid(c, "a");
    expectInvalid(c, "c");
    c.expectNoPush();
  }
}
