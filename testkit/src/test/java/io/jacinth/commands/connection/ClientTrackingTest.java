package io.jacinth.commands.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CLIENT TRACKING, and which messages about changed keys come when. */
@DualRun
class ClientTrackingTest {
  private static final String CHANNEL = "__redis__:invalidate";

  private static TestConnection tracking(TestServer server, String... options) {
    TestConnection c = server.resp3();
    Object[] words = new Object[3 + options.length];
    words[0] = "CLIENT";
    words[1] = "TRACKING";
    words[2] = "ON";
    System.arraycopy(options, 0, words, 3, options.length);
    c.send(words).expect("OK");
    return c;
  }

  private static void expectInvalid(TestConnection c, String... keys) {
    c.readPush().expectArray("invalidate", Arrays.asList(keys));
  }

  private static void expectAllInvalid(TestConnection c) {
    c.readPush().expectArray("invalidate", null);
  }

  @Test
  @Since("7.2")
  void ofAScriptTheCommandsThatReadAreTracked(TestServer server) {
    TestConnection c = tracking(server);
    c.send("EVAL_RO", "return 1", 2, "a", "b").expectInteger(1);
    c.send("EVAL_RO", "return redis.call('GET', KEYS[2])", 2, "a", "b").expectNil();
    server.send("SET", "a", 1).expect("OK");
    server.send("SET", "b", 1).expect("OK");
    expectInvalid(c, "b");
    c.expectNoPush();
  }

  // ---------------------------------------------------------------- what it accepts

  @Test
  void refusesWhatDoesNotGoTogether(TestServer server) {
    server
        .send("CLIENT", "TRACKING")
        .expectError("ERR wrong number of arguments for 'client|tracking' command");
    server.send("CLIENT", "TRACKING", "maybe").expectError("ERR syntax error");
    server.send("CLIENT", "TRACKING", "ON", "NOSUCH").expectError("ERR syntax error");
    server.send("CLIENT", "TRACKING", "ON", "PREFIX").expectError("ERR syntax error");
    server
        .send("CLIENT", "TRACKING", "ON", "PREFIX", "a")
        .expectError("ERR PREFIX option requires BCAST mode to be enabled");
    server
        .send("CLIENT", "TRACKING", "ON", "BCAST", "OPTIN")
        .expectError("ERR OPTIN and OPTOUT are not compatible with BCAST");
    server
        .send("CLIENT", "TRACKING", "ON", "OPTIN", "OPTOUT")
        .expectError("ERR You can't specify both OPTIN mode and OPTOUT mode");
    server.send("CLIENT", "TRACKING", "OFF", "PREFIX", "a").expect("OK");
    server.send("client", "tracking", "on", "noloop", "optin").expect("OK");
  }

  @Test
  void refusesRedirectionsToNobody(TestServer server) {
    server.send("CLIENT", "TRACKING", "ON", "REDIRECT").expectError("ERR syntax error");
    server
        .send("CLIENT", "TRACKING", "ON", "REDIRECT", "x")
        .expectError("ERR value is not an integer or out of range");
    for (String id : List.of("0", "-1", "99999999")) {
      server
          .send("CLIENT", "TRACKING", "ON", "REDIRECT", id)
          .expectError("ERR The client ID you want redirect to does not exist");
    }
    long id = server.send("CLIENT", "ID").integer();
    server
        .send("CLIENT", "TRACKING", "ON", "REDIRECT", id, "REDIRECT", id)
        .expectError("ERR A client can only redirect to a single other client");
    server.send("CLIENT", "TRACKING", "ON", "REDIRECT", id).expect("OK");
  }

  @Test
  void refusesToSwitchItsMode(TestServer server) {
    String before =
        " before disabling tracking for this client, and then re-enabling it with a different"
            + " mode.";
    server.send("CLIENT", "TRACKING", "ON", "OPTIN").expect("OK");
    server
        .send("CLIENT", "TRACKING", "ON", "OPTOUT")
        .expectError("ERR You can't switch OPTIN/OPTOUT mode" + before);
    server
        .send("CLIENT", "TRACKING", "ON", "BCAST")
        .expectError("ERR You can't switch BCAST mode on/off" + before);
    server.send("CLIENT", "TRACKING", "OFF").expect("OK");
    server.send("CLIENT", "TRACKING", "ON", "BCAST").expect("OK");
    server
        .send("CLIENT", "TRACKING", "ON")
        .expectError("ERR You can't switch BCAST mode on/off" + before);
    server.send("RESET").expectSimple("RESET");
    server.send("CLIENT", "TRACKING", "ON", "OPTOUT").expect("OK");
  }

  @Test
  void refusesPrefixesThatOverlap(TestServer server) {
    String end = "'. Prefixes for a single client must not overlap.";
    server
        .send("CLIENT", "TRACKING", "ON", "BCAST", "PREFIX", "xy", "PREFIX", "x")
        .expectError("ERR Prefix 'xy' overlaps with another provided prefix 'x" + end);
    server.send("CLIENT", "TRACKING", "ON", "BCAST", "PREFIX", "foo", "PREFIX", "bar").expect("OK");
    server
        .send("CLIENT", "TRACKING", "ON", "BCAST", "PREFIX", "fo")
        .expectError("ERR Prefix 'fo' overlaps with an existing prefix 'foo" + end);
    server
        .send("CLIENT", "TRACKING", "ON", "BCAST", "PREFIX", "barber")
        .expectError("ERR Prefix 'barber' overlaps with an existing prefix 'bar" + end);
    server.send("CLIENT", "TRACKING", "ON", "BCAST").expect("OK");
    server
        .send("CLIENT", "TRACKING", "ON", "BCAST", "PREFIX", "z")
        .expectError("ERR Prefix 'z' overlaps with an existing prefix '" + end);
  }

  // ---------------------------------------------------------------- keys that were read

  @Test
  void tellsOnceOfAKeyThatWasRead(TestServer server) {
    TestConnection c = tracking(server);
    server.send("SET", "never-read", 1).expect("OK");
    c.send("GET", "k").expectNil();
    server.send("SET", "k", 1).expect("OK");
    server.send("SET", "k", 2).expect("OK");
    expectInvalid(c, "k");
    c.expectNoPush();
    c.send("MGET", "k", "j").expectArray("2", null);
    server.send("DEL", "k").expectInteger(1);
    expectInvalid(c, "k");
    server.send("RENAME", "never-read", "j").expect("OK");
    expectInvalid(c, "j");
    c.expectNoPush();
  }

  @Test
  void remembersKeysOfEveryPosition(TestServer server) {
    TestConnection c = tracking(server);
    c.send("ZUNION", 2, "z1", "z2").expectArray();
    c.send("EXISTS", "e1", "e2").expectInteger(0);
    server.send("ZADD", "z2", 1, "m").expectInteger(1);
    expectInvalid(c, "z2");
    server.send("SET", "e2", 1).expect("OK");
    expectInvalid(c, "e2");
  }

  @Test
  void remembersWhatAnErrorWasAnsweredFor(TestServer server) {
    TestConnection c = tracking(server);
    server.send("RPUSH", "l", "a").expectInteger(1);
    c.send("GET", "l").expectErrorStarting("WRONGTYPE");
    server.send("RPUSH", "l", "b").expectInteger(2);
    expectInvalid(c, "l");
  }

  @Test
  void ignoresWhatChangesNothing(TestServer server) {
    TestConnection c = tracking(server);
    server.send("SET", "k", 1);
    c.send("GET", "k").expect("1");
    server.send("GET", "k").expect("1");
    server.send("DEL", "none").expectInteger(0);
    server.send("SADD", "k", "x").expectErrorStarting("WRONGTYPE");
    server.send("SET", "k", 2, "NX").expectNil();
    c.expectNoPush();
    server.send("EXPIRE", "k", 100).expectInteger(1);
    expectInvalid(c, "k");
  }

  @Test
  void tellsOfKeysOfAnyDatabase(TestServer server) {
    TestConnection c = tracking(server);
    c.send("GET", "k").expectNil();
    server.send("SELECT", 5).expect("OK");
    server.send("SET", "k", 1).expect("OK");
    expectInvalid(c, "k");
  }

  @Test
  void tellsOfOwnChangesBehindTheReply(TestServer server) {
    TestConnection c = tracking(server);
    c.send("GET", "k").expectNil();
    c.write("SET", "k", 1).write("GET", "k").write("DEL", "k");
    c.read().expect("OK");
    expectInvalid(c, "k");
    c.read().expectBulk("1");
    c.read().expectInteger(1);
    expectInvalid(c, "k");
  }

  @Test
  void tellsBehindTheRepliesOfATransaction(TestServer server) {
    TestConnection c = tracking(server);
    c.send("MULTI").expect("OK");
    c.send("GET", "k").expectSimple("QUEUED");
    c.send("SET", "k", 1).expectSimple("QUEUED");
    c.send("GET", "k").expectSimple("QUEUED");
    c.send("SET", "k", 2).expectSimple("QUEUED");
    c.send("EXEC").expectArray(null, "OK", "1", "OK");
    expectInvalid(c, "k");
    expectInvalid(c, "k");
    c.expectNoPush();
  }

  @Test
  void keepsOwnChangesToItself(TestServer server) {
    TestConnection c = tracking(server, "NOLOOP");
    c.send("GET", "k").expectNil();
    c.send("SET", "k", 1).expect("OK");
    server.send("SET", "k", 2).expect("OK");
    c.expectNoPush();
    c.send("GET", "k").expect("2");
    server.send("SET", "k", 3).expect("OK");
    expectInvalid(c, "k");
    c.send("FLUSHALL").expect("OK");
    expectAllInvalid(c);
  }

  @Test
  void tellsThatAllIsGone(TestServer server) {
    TestConnection c = tracking(server);
    TestConnection broadcast = tracking(server, "BCAST", "PREFIX", "a");
    c.send("GET", "k").expectNil();
    server.send("FLUSHDB").expect("OK");
    expectAllInvalid(c);
    expectAllInvalid(broadcast);
    server.send("SET", "k", 1).expect("OK");
    c.expectNoPush();
    server.send("FLUSHALL", "ASYNC").expect("OK");
    expectAllInvalid(c);
    server.send("SWAPDB", 0, 1).expect("OK");
    c.expectNoPush();
  }

  @Test
  void tellsOfDeadlinesThatAreOver(TestServer server) {
    TestConnection c = tracking(server);
    TestConnection own = tracking(server, "NOLOOP");
    server.send("SET", "k", 1).expect("OK");
    c.send("GET", "k").expect("1");
    own.send("GET", "k").expect("1");
    own.send("PEXPIREAT", "k", 1).expectInteger(1);
    expectInvalid(c, "k");
    own.expectNoPush();
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void tellsThatAKeyHasExpired(TestServer server) {
    TestConnection c = tracking(server, "NOLOOP");
    server.send("SET", "k", 1, "PX", 100).expect("OK");
    server.send("SET", "j", 1, "PX", 100).expect("OK");
    c.send("MGET", "k", "j").expectArray("1", "1");
    server.advance(Duration.ofMillis(101));
    c.send("GET", "k").expectNil();
    c.send("GET", "j").expectNil();
    expectInvalid(c, "k");
    expectInvalid(c, "j");
  }

  @Test
  void tellsNothingOverRepliesInResp2(TestServer server) {
    TestConnection c = server.connect();
    c.send("CLIENT", "TRACKING", "ON").expect("OK");
    c.send("GET", "k").expectNil();
    server.send("SET", "k", 1).expect("OK");
    c.send("PING").expectSimple("PONG");
    c.send("SUBSCRIBE", CHANNEL).expectArray("subscribe", CHANNEL, 1);
    server.send("FLUSHALL").expect("OK");
    c.send("PING").expectArray("pong", "");
  }

  @Test
  void tellsThoughRepliesAreOff(TestServer server) {
    TestConnection c = tracking(server);
    c.write("CLIENT", "REPLY", "OFF").write("GET", "k").write("SET", "k", 1).flush();
    expectInvalid(c, "k");
    c.write("CLIENT", "REPLY", "ON").flush();
  }

  @Test
  void endsWithOffResetAndTheConnection(TestServer server) {
    TestConnection off = tracking(server);
    TestConnection reset = tracking(server);
    TestConnection quit = tracking(server, "BCAST");
    off.send("GET", "k").expectNil();
    reset.send("GET", "k").expectNil();
    off.send("CLIENT", "TRACKING", "OFF").expect("OK");
    reset.send("RESET").expectSimple("RESET");
    reset.send("HELLO", 3).expectMap();
    quit.send("QUIT").expect("OK");
    quit.expectClosed();
    server.send("SET", "k", 1).expect("OK");
    off.expectNoPush();
    reset.expectNoPush();
    assertThat(server.send("INFO", "clients").text()).contains("tracking_clients:0\r");
    assertThat(server.send("INFO", "stats").text()).contains("tracking_total_prefixes:0\r");
  }

  @Test
  void tellsWhoWaitedBehindTheReply(TestServer server) {
    TestConnection c = tracking(server);
    server.send("RPUSH", "target", "a").expectInteger(1);
    c.send("LRANGE", "target", 0, -1).expectArray("a");
    c.write("BLMOVE", "list", "target", "LEFT", "LEFT", 0).write("PING").flush();
    awaitBlocked(server, 1);
    server.send("RPUSH", "list", "b").expectInteger(1);
    c.read().expectBulk("b");
    expectInvalid(c, "target");
    c.read().expectSimple("PONG");
  }

  @Test
  void keepsToItselfWhatItWaitedFor(TestServer server) {
    TestConnection c = tracking(server, "NOLOOP");
    TestConnection other = tracking(server);
    c.send("LLEN", "target").expectInteger(0);
    other.send("LLEN", "target").expectInteger(0);
    c.write("BLMOVE", "list", "target", "LEFT", "LEFT", 0).flush();
    awaitBlocked(server, 1);
    server.send("RPUSH", "list", "b").expectInteger(1);
    c.read().expectBulk("b");
    expectInvalid(other, "target");
    c.expectNoPush();
  }

  private static void awaitBlocked(TestServer server, int clients) {
    while (!server.send("INFO", "clients").text().contains("blocked_clients:" + clients + "\r")) {
      Thread.onSpinWait();
    }
  }

  // ---------------------------------------------------------------- in another's place

  @Test
  void redirectsToASubscriberInResp2(TestServer server) {
    TestConnection told = server.connect();
    long id = told.send("CLIENT", "ID").integer();
    TestConnection c = server.connect();
    c.send("CLIENT", "TRACKING", "ON", "REDIRECT", id).expect("OK");
    c.send("GET", "k").expectNil();
    server.send("SET", "k", 1).expect("OK");
    told.send("SUBSCRIBE", CHANNEL).expectArray("subscribe", CHANNEL, 1);
    c.send("GET", "k").expect("1");
    server.send("SET", "k", 2).expect("OK");
    told.read().expectArray("message", CHANNEL, List.of("k"));
    c.send("FLUSHALL").expect("OK");
    told.read().expectRaw("*3\r\n$7\r\nmessage\r\n$20\r\n" + CHANNEL + "\r\n$-1\r\n");
    told.send("UNSUBSCRIBE").expectArray("unsubscribe", CHANNEL, 0);
    c.send("GET", "k").expectNil();
    c.send("SET", "k", 2).expect("OK");
    told.send("PING").expectSimple("PONG");
  }

  @Test
  void redirectsToAClientInResp3(TestServer server) {
    TestConnection told = server.resp3();
    long id = told.send("CLIENT", "ID").integer();
    TestConnection c = server.connect();
    c.send("CLIENT", "TRACKING", "ON", "REDIRECT", id, "BCAST", "NOLOOP").expect("OK");
    server.send("MSET", "a", 1, "b", 2).expect("OK");
    expectInvalid(told, "a", "b");
    c.send("SET", "c", 1).expect("OK");
    told.expectNoPush();
  }

  @Test
  void tellsOfABrokenRedirection(TestServer server) {
    TestConnection told = server.connect();
    long id = told.send("CLIENT", "ID").integer();
    TestConnection c = tracking(server, "REDIRECT", Long.toString(id));
    c.send("GET", "k").expectNil();
    told.send("QUIT").expect("OK");
    told.expectClosed();
    server.send("SET", "k", 1).expect("OK");
    c.readPush().expectArray("tracking-redir-broken", id);
    c.send("CLIENT", "TRACKINGINFO")
        .expectMap("redirect", id, "flags", List.of("on", "broken_redirect"));
    assertThat(c.send("CLIENT", "INFO").text()).contains(" flags=tR ").contains(" redir=" + id);
    long own = c.send("CLIENT", "ID").integer();
    c.send("CLIENT", "TRACKING", "ON", "REDIRECT", own).expect("OK");
    c.send("GET", "k").expect("1");
    server.send("SET", "k", 2).expect("OK");
    expectInvalid(c, "k");
    assertThat(c.send("CLIENT", "INFO").text()).contains(" flags=t ");
  }

  // ---------------------------------------------------------------- broadcast

  @Test
  void broadcastsWhatHasAPrefix(TestServer server) {
    TestConnection c = tracking(server, "BCAST", "PREFIX", "foo", "PREFIX", "bar");
    server.send("SET", "baz", 1).expect("OK");
    server.send("MSET", "foo1", 1, "foo2", 2, "bar1", 3).expect("OK");
    expectInvalid(c, "bar1");
    expectInvalid(c, "foo1", "foo2");
    server.send("MULTI").expect("OK");
    server.send("INCR", "foo2").expectSimple("QUEUED");
    server.send("INCR", "foo1").expectSimple("QUEUED");
    server.send("INCR", "foo2").expectSimple("QUEUED");
    server.send("EXEC").expectArray(3, 2, 4);
    expectInvalid(c, "foo1", "foo2");
    c.send("SET", "foo1", 1).expect("OK");
    expectInvalid(c, "foo1");
    c.expectNoPush();
    c.send("CLIENT", "TRACKING", "ON", "BCAST").expect("OK");
    server.send("SET", "baz", 1).expect("OK");
    expectInvalid(c, "baz");
  }

  @Test
  void broadcastsToEachItsOwn(TestServer server) {
    TestConnection all = tracking(server, "BCAST");
    TestConnection others = tracking(server, "BCAST", "NOLOOP");
    others.send("SET", "k", 1).expect("OK");
    expectInvalid(all, "k");
    others.expectNoPush();
    all.send("SET", "k", 1).expect("OK");
    expectInvalid(all, "k");
    expectInvalid(others, "k");
    others.send("CLIENT", "TRACKING", "OFF").expect("OK");
    all.send("SET", "k", 1).expect("OK");
    others.expectNoPush();
  }

  // ---------------------------------------------------------------- the table

  @Test
  void countsWhatItRemembers(TestServer server) {
    TestConnection c = tracking(server);
    TestConnection other = tracking(server);
    c.send("MGET", "a", "b").expectArray(null, null);
    other.send("MGET", "b", "c").expectArray(null, null);
    TestConnection broadcast = tracking(server, "BCAST", "PREFIX", "x", "PREFIX", "y");
    broadcast.send("GET", "d").expectNil();
    assertThat(server.send("INFO", "stats").text())
        .contains("tracking_total_keys:3\r", "tracking_total_items:4\r")
        .contains("tracking_total_prefixes:2\r");
    assertThat(server.send("INFO", "clients").text()).contains("tracking_clients:3\r");
    server.send("SET", "b", 1).expect("OK");
    assertThat(server.send("INFO", "stats").text())
        .contains("tracking_total_keys:2\r", "tracking_total_items:2\r");
    server.send("FLUSHALL").expect("OK");
    assertThat(server.send("INFO", "stats").text())
        .contains("tracking_total_keys:0\r", "tracking_total_items:0\r");
  }

  @Test
  void forgetsKeysBeyondTheLimit(TestServer server) {
    server.send("CONFIG", "SET", "tracking-table-max-keys", 5).expect("OK");
    TestConnection c = tracking(server);
    for (int i = 0; i < 20; i++) {
      c.send("GET", "key:" + i).expectNil();
    }
    for (int i = 0; i < 15; i++) {
      c.readPush();
    }
    c.expectNoPush();
    assertThat(server.send("INFO", "stats").text()).contains("tracking_total_keys:5\r");
  }
}
