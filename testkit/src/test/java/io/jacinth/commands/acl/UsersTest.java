package io.jacinth.commands.acl;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** What users may do, as their clients see it. */
@DualRun
class UsersTest {
  private static final String WRONG =
      "WRONGPASS invalid username-password pair or user is disabled.";
  private static final String NO_KEY =
      "NOPERM this user has no permissions to access one of the keys used as arguments";
  private static final String NO_CHANNEL =
      "NOPERM this user has no permissions to access one of the channels used as arguments";

  private static TestConnection login(TestServer server, String user, String... rules) {
    Object[] request = new Object[rules.length + 5];
    request[0] = "ACL";
    request[1] = "SETUSER";
    request[2] = user;
    request[3] = "on";
    request[4] = ">x";
    System.arraycopy(rules, 0, request, 5, rules.length);
    server.send(request).expect("OK");
    TestConnection connection = server.connect();
    connection.send("AUTH", user, "x").expect("OK");
    return connection;
  }

  private static String noCommand(String name) {
    return "NOPERM this user has no permissions to run the '" + name + "' command";
  }

  @Test
  void logInWithAnyOfTheirPasswords(TestServer server) {
    login(server, "alice", ">y");
    TestConnection connection = server.connect();
    connection.send("AUTH", "alice", "y").expect("OK");
    connection.send("AUTH", "alice", "z").expectError(WRONG);
    server.send("ACL", "SETUSER", "alice", "nopass").expect("OK");
    connection.send("AUTH", "alice", "anything").expect("OK");
    server.send("ACL", "SETUSER", "alice", "off").expect("OK");
    connection.send("AUTH", "alice", "anything").expectError(WRONG);
    server.send("ACL", "SETUSER", "bob", "on").expect("OK");
    connection.send("AUTH", "bob", "").expectError(WRONG);
  }

  @Test
  void mayRunTheirCommandsOnTheirKeys(TestServer server) {
    TestConnection alice = login(server, "alice", "+@string", "-append", "~a*");
    alice.send("SET", "a1", "v").expect("OK");
    alice.send("GET", "a1").expectBulk("v");
    alice.send("GET", "b").expectError(NO_KEY);
    alice.send("MSET", "a1", "v", "b", "v").expectError(NO_KEY);
    alice.send("APPEND", "a1", "v").expectError(noCommand("append"));
    alice.send("HGET", "a1", "v").expectError(noCommand("hget"));
    alice.send("CONFIG", "GET", "x").expectError(noCommand("config|get"));
    alice.send("NOSUCH").expectErrorStarting("ERR unknown command");
    alice.send("GET").expectErrorStarting("ERR wrong number of arguments");
    alice.send("HELLO", 2).elements();
    alice.send("QUIT").expect("OK");
  }

  @Test
  void readOrWriteKeys(TestServer server) {
    server.send("SET", "r", "v").expect("OK");
    TestConnection alice = login(server, "alice", "+@all", "%R~r", "%W~w", "~b");
    alice.send("COPY", "r", "w").expectInteger(1);
    alice.send("COPY", "w", "r").expectError(NO_KEY);
    alice.send("SET", "w", "v").expect("OK");
    alice.send("SET", "w", "v", "GET").expectError(NO_KEY);
    alice.send("GETSET", "b", "v").expectNil();
    alice.send("BITFIELD", "r", "GET", "u4", 0).expectArray(7);
    alice.send("BITFIELD", "r", "SET", "u4", 0, 1).expectError(NO_KEY);
  }

  @Test
  void changedRulesActAtOnce(TestServer server) {
    TestConnection alice = login(server, "alice", "+@all", "~*");
    alice.send("SET", "k", "v").expect("OK");
    for (int i = 0; i < 50; i++) {
      server.send("ACL", "SETUSER", "alice", "-set").expect("OK");
      alice.send("SET", "k", "v").expectError(noCommand("set"));
      server.send("ACL", "SETUSER", "alice", "+@all").expect("OK");
      alice.send("SET", "k", "v").expect("OK");
    }
  }

  @Test
  void areDisconnectedWhenRemoved(TestServer server) {
    TestConnection alice = login(server, "alice", "+@all", "~*");
    server.send("ACL", "DELUSER", "alice").expectInteger(1);
    alice.expectClosed();
    server.send("PING").expect("PONG");
    TestConnection bob = login(server, "bob", "+@all");
    bob.send("ACL", "DELUSER", "bob").expectInteger(1);
    bob.expectClosed();
  }

  @Test
  void publishToTheirChannels(TestServer server) {
    TestConnection alice = login(server, "alice", "+publish", "&news*");
    alice.send("PUBLISH", "news1", "x").expectInteger(0);
    alice.send("PUBLISH", "sport", "x").expectError(NO_CHANNEL);
  }

  @Test
  void channelsByDefault(TestServer server) {
    server.send("CONFIG", "SET", "acl-pubsub-default", "allchannels").expect("OK");
    server.send("ACL", "SETUSER", "a", "(+get)").expect("OK");
    server
        .send("ACL", "LIST")
        .expectArray("user a off &* -@all (&* -@all +get)", "user default on nopass ~* &* +@all");
    server.send("CONFIG", "SET", "acl-pubsub-default", "resetchannels").expect("OK");
    server.send("ACL", "SETUSER", "a", "reset").expect("OK");
    server
        .send("ACL", "LIST")
        .expectArray(
            "user a off sanitize-payload resetchannels -@all",
            "user default on nopass ~* &* +@all");
  }

  @Test
  void sortByPatternsNeedsEveryKey(TestServer server) {
    server.send("RPUSH", "l", 1, 2).expectInteger(2);
    TestConnection alice = login(server, "alice", "+@all", "~l", "~w_*");
    alice.send("SORT", "l").expectArray("1", "2");
    alice.send("SORT", "l", "BY", "nosort").expectArray("1", "2");
    alice
        .send("SORT", "l", "BY", "w_*")
        .expectError("ERR BY option of SORT denied due to insufficient ACL permissions.");
    alice
        .send("SORT", "l", "GET", "w_*")
        .expectError("ERR GET option of SORT denied due to insufficient ACL permissions.");
    alice.send("SORT", "l", "STORE", "x").expectError(NO_KEY);
    server.send("ACL", "SETUSER", "alice", "%R~*").expect("OK");
    alice.send("SORT", "l", "BY", "w_*").expectArray("1", "2");
    alice.send("SORT_RO", "l", "GET", "w_*").expectArray(null, null);
  }

  @Test
  void firstArgumentsMayBeOpen(TestServer server) {
    TestConnection alice = login(server, "alice", "+select|0", "+SELECT|2");
    alice.send("SELECT", 0).expect("OK");
    alice.send("SELECT", 2).expect("OK");
    alice.send("SELECT", 1).expectError(noCommand("select"));
  }

  @Test
  void theDefaultUsersPasswordIsRequirepass(TestServer server) {
    server.send("CONFIG", "SET", "requirepass", "secret").expect("OK");
    server
        .send("ACL", "LIST")
        .expectArray(
            "user default on"
                + " #2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"
                + " ~* &* +@all");
    server.send("CONFIG", "SET", "requirepass", "").expect("OK");
    server.send("ACL", "LIST").expectArray("user default on nopass ~* &* +@all");
    server.send("ACL", "SETUSER", "default", ">p").expect("OK");
    server.send("CONFIG", "GET", "requirepass").expectArray("requirepass", "");
    server.connect().send("PING").expectError("NOAUTH Authentication required.");
    server.send("ACL", "SETUSER", "default", "nopass").expect("OK");
  }

  @Test
  void resetMakesTheDefaultUser(TestServer server) {
    TestConnection alice = login(server, "alice", "+acl");
    alice.send("RESET").expectSimple("RESET");
    alice.send("ACL", "WHOAMI").expectBulk("default");
    alice.send("DBSIZE").expectInteger(0);
  }

  @Test
  void refusalsAreCounted(TestServer server) {
    TestConnection alice = login(server, "alice", "+get", "+publish");
    alice.send("SET", "k", "v").expectError(noCommand("set"));
    alice.send("GET", "k").expectError(NO_KEY);
    alice.send("AUTH", "alice", "wrong").expectError(WRONG);
    alice.send("PUBLISH", "c", "m").expectError(NO_CHANNEL);
    if (server.hasManualClock()) {
      assertThat(server.send("INFO", "stats").text())
          .contains("acl_access_denied_auth:1\r\n")
          .contains("acl_access_denied_cmd:1\r\n")
          .contains("acl_access_denied_key:1\r\n")
          .contains("acl_access_denied_channel:1\r\n");
    }
  }

  @Test
  void areDisconnectedWhenTheirChannelsAreTaken(TestServer server) {
    TestConnection byName = login(server, "alice", "+@all", "&news", "&sport", "&w*");
    byName.send("SUBSCRIBE", "news").expectArray("subscribe", "news", 1L);
    TestConnection byPattern = server.connect();
    byPattern.send("AUTH", "alice", "x").expect("OK");
    byPattern.send("PSUBSCRIBE", "w*").expectArray("psubscribe", "w*", 1L);
    TestConnection ofShard = server.connect();
    ofShard.send("AUTH", "alice", "x").expect("OK");
    ofShard.send("SSUBSCRIBE", "sport").expectArray("ssubscribe", "sport", 1L);
    TestConnection idle = server.connect();
    idle.send("AUTH", "alice", "x").expect("OK");

    server.send("ACL", "SETUSER", "alice", "resetchannels", "&n*", "&sport", "&w*").expect("OK");
    byName.send("SUBSCRIBE", "new").expectArray("subscribe", "new", 2L);
    server
        .send("ACL", "SETUSER", "alice", "resetchannels", "&n*", "&sport", "&weather")
        .expect("OK");
    byPattern.expectClosed();
    server.send("ACL", "SETUSER", "alice", "resetchannels", "(+@all &n*)").expect("OK");
    ofShard.expectClosed();
    byName.send("SUBSCRIBE", "newer").expectArray("subscribe", "newer", 3L);
    server.send("ACL", "SETUSER", "alice", "reset", "on", "+ping").expect("OK");
    byName.expectClosed();
    idle.send("PING").expect("PONG");
  }

  @Test
  void areDisconnectedByName(TestServer server) {
    TestConnection first = login(server, "alice", "+@all");
    TestConnection second = server.connect();
    second.send("AUTH", "alice", "x").expect("OK");
    server.send("CLIENT", "KILL", "USER", "alice").expectInteger(2);
    first.expectClosed();
    second.expectClosed();
    server.send("CLIENT", "KILL", "USER", "nobody").expectError("ERR No such user 'nobody'");
    server.send("PING").expect("PONG");
  }
}
