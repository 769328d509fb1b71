package io.jacinth.commands.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CLIENT TRACKINGINFO, and what CLIENT INFO says of tracking. */
@DualRun
class ClientTrackingInfoTest {
  private static void expect(TestServer server, List<?> flags, long redirect, List<?> prefixes) {
    server
        .send("CLIENT", "TRACKINGINFO")
        .expectArray("flags", flags, "redirect", redirect, "prefixes", prefixes);
  }

  @Test
  void tellsTheMode(TestServer server) {
    expect(server, List.of("off"), -1, List.of());
    server.send("CLIENT", "TRACKING", "ON").expect("OK");
    expect(server, List.of("on"), 0, List.of());
    assertThat(server.send("CLIENT", "INFO").text()).contains(" flags=t ", " redir=0 ");
    server.send("CLIENT", "TRACKING", "ON", "NOLOOP", "OPTIN").expect("OK");
    expect(server, List.of("on", "optin", "noloop"), 0, List.of());
    server.send("CLIENT", "CACHING", "YES").expect("OK");
    expect(server, List.of("on", "optin", "caching-yes", "noloop"), 0, List.of());
    server.send("PING");
    expect(server, List.of("on", "optin", "noloop"), 0, List.of());
    server.send("CLIENT", "TRACKING", "OFF").expect("OK");
    server.send("CLIENT", "TRACKING", "ON", "OPTOUT").expect("OK");
    server.send("CLIENT", "CACHING", "NO").expect("OK");
    expect(server, List.of("on", "optout", "caching-no"), 0, List.of());
  }

  @Test
  void tellsThePrefixesInOrder(TestServer server) {
    server
        .send("CLIENT", "TRACKING", "ON", "PREFIX", "b", "BCAST", "PREFIX", "a", "NOLOOP")
        .expect("OK");
    server.send("CLIENT", "TRACKING", "ON", "PREFIX", "aa", "BCAST").expectErrorStarting("ERR");
    server.send("CLIENT", "TRACKING", "ON", "PREFIX", "c", "BCAST").expect("OK");
    expect(server, List.of("on", "bcast"), 0, List.of("a", "b", "c"));
    assertThat(server.send("CLIENT", "INFO").text()).contains(" flags=tB ");
    server.send("CLIENT", "TRACKING", "OFF").expect("OK");
    expect(server, List.of("off"), -1, List.of());
    assertThat(server.send("CLIENT", "INFO").text()).contains(" flags=N ", " redir=-1 ");
  }

  @Test
  void isAMapInResp3(TestServer server) {
    TestConnection c = server.resp3();
    c.send("CLIENT", "TRACKINGINFO")
        .expectRaw(
            "%3\r\n$5\r\nflags\r\n~1\r\n$3\r\noff\r\n$8\r\nredirect\r\n:-1\r\n$8\r\nprefixes\r\n"
                + "*0\r\n");
    c.send("CLIENT", "TRACKINGINFO", "x")
        .expectError("ERR wrong number of arguments for 'client|trackinginfo' command");
  }
}
