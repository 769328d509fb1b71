package io.jacinth.commands.scripting;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.TestConnection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code script-kill-rollback}: a script that is killed leaves everything as it was before it. */
@Timeout(120)
class ScriptKillRollbackTest {
  private static final String WRITES = "10000";
  private static final String KILLED = "Script killed by user with SCRIPT KILL.";

  /** Large collections, which the script then changes by element. */
  private static final String FILL =
      "for i = 0, 3 do for j = 1, 600 do"
          + " redis.call('RPUSH', 'l' .. i, 'an element of some length, number ' .. j)"
          + " redis.call('HSET', 'h' .. i, j, 'v' .. j)"
          + " redis.call('SADD', 'e' .. i, 'm' .. j, j) redis.call('ZADD', 'z' .. i, j % 7, j)"
          + " redis.call('XADD', 'x' .. i, '*', 'f', j) end"
          + " redis.call('SET', 'b' .. i, string.rep('b', 100000)) end";

  @TempDir Path directory;

  private JacinthUnderTest start(String... more) {
    String[] arguments = {
      "--io-threads",
      "2",
      "--busy-reply-threshold",
      "50",
      "--script-kill-rollback",
      "yes",
      "--enable-debug-command",
      "yes"
    };
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return JacinthUnderTest.startInRealTime(all);
  }

  private static String script() {
    try (InputStream in = ScriptKillRollbackTest.class.getResourceAsStream("many-writes.lua")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String digest(TestConnection connection) {
    return connection.send("DEBUG", "DIGEST").text();
  }

  private static void fill(TestConnection connection, int seed) {
    connection.send("EVAL", FILL, 0);
    long done = connection.send("EVAL", script(), 0, "2000", seed, "end").integer();
    assertThat(done).isGreaterThan(1000);
    connection.send("SELECT", "0");
  }

  /** Begins a script and waits until it says that it has written. */
  private static void writeAndAwait(
      JacinthUnderTest server, TestConnection caller, Object... request) {
    try (TestConnection listener = TestConnection.open(server)) {
      listener.send("SUBSCRIBE", "written");
      caller.write(request).flush();
      listener.read();
    }
  }

  /** Runs a script that says when it has written, and kills it then. */
  private static void killAfterWrites(
      JacinthUnderTest server, TestConnection caller, Object... request) {
    writeAndAwait(server, caller, request);
    try (TestConnection killer = TestConnection.open(server)) {
      killer.send("SCRIPT", "KILL").expect("OK");
      assertThat(caller.read().toString()).contains(KILLED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"loop", "flush"})
  void leavesEverythingAsItWas(String end) {
    for (int seed = 1; seed <= 2; seed++) {
      try (JacinthUnderTest server = start();
          TestConnection caller = TestConnection.open(server)) {
        fill(caller, seed);
        String before = digest(caller);
        killAfterWrites(server, caller, "EVAL", script(), 0, WRITES, seed + 100, end);
        assertThat(digest(caller)).as("seed %s", seed).isEqualTo(before);
        server.checkInvariants();
        fill(caller, seed + 200);
        server.checkInvariants();
      }
    }
  }

  @Test
  void whatIsNotKilledStays() {
    try (JacinthUnderTest server = start();
        JacinthUnderTest other = start("--script-kill-rollback", "no");
        TestConnection caller = TestConnection.open(server);
        TestConnection otherCaller = TestConnection.open(other)) {
      String set = "for i = 1, 300 do redis.call('SADD', 's', i) end redis.call('DEL', 'none')";
      String change =
          "redis.call('SADD', 's', 'new') redis.call('SREM', 's', 3) redis.call('SET', 'k', 'v')"
              + " redis.call('RENAME', 's', 't') return redis.call('SCARD', 't')";
      for (TestConnection one : new TestConnection[] {caller, otherCaller}) {
        one.send("EVAL", set, 0);
        one.send("EVAL", change, 3, "s", "t", "k").expectInteger(300);
      }
      assertThat(digest(caller)).isEqualTo(digest(otherCaller));
      server.checkInvariants();
    }
  }

  @Test
  void nothingOfItReachesTheLog() {
    String[] log = {"--appendonly", "yes", "--dir", directory.toString()};
    String before;
    try (JacinthUnderTest server = start(log);
        TestConnection caller = TestConnection.open(server)) {
      fill(caller, 7);
      killAfterWrites(server, caller, "EVAL", script(), 0, WRITES, 8, "loop");
      caller.send("SET", "after", "1").expect("OK");
      before = digest(caller);
    }
    try (JacinthUnderTest server = start(log);
        TestConnection caller = TestConnection.open(server)) {
      assertThat(digest(caller)).isEqualTo(before);
    }
  }

  @Test
  void nobodyHearsOfIt() {
    try (JacinthUnderTest server = start("--notify-keyspace-events", "KEA");
        TestConnection caller = TestConnection.open(server);
        TestConnection listener = TestConnection.open(server);
        TestConnection watcher = TestConnection.open(server);
        TestConnection waiter = TestConnection.open(server)) {
      caller.send("SET", "k", "old");
      watcher.send("WATCH", "k", "list");
      watcher.send("MULTI");
      watcher.send("GET", "k");
      listener.send("HELLO", "3");
      listener.write("PSUBSCRIBE", "__key*__:*").flush();
      listener.readPush();
      waiter.write("BLPOP", "list", "0").flush();
      caller.send("SET", "before", "1");
      listener.readPush().expectArray("pmessage", "__key*__:*", "__keyspace@0__:before", "set");
      listener.readPush();
      killAfterWrites(
          server,
          caller,
          "EVAL",
          "redis.call('SET', 'k', 'new') redis.call('RPUSH', 'list', 1)"
              + " redis.call('PUBLISH', 'written', 1) while true do end",
          0);
      listener.expectNoPush();
      watcher.send("EXEC").expectArray("old");
      caller.send("RPUSH", "list", "2");
      waiter.read().expectArray("list", "2");
    }
  }

  @Test
  void whoStaysIsHeardOfInOrder() {
    try (JacinthUnderTest server = start("--notify-keyspace-events", "KA");
        TestConnection caller = TestConnection.open(server);
        TestConnection listener = TestConnection.open(server);
        TestConnection waiter = TestConnection.open(server)) {
      listener.send("HELLO", "3");
      listener.write("PSUBSCRIBE", "__keyspace*__:*").flush();
      listener.readPush();
      waiter.write("BLPOP", "list", "0").flush();
      caller.send("EVAL", "redis.call('SET', 'a', 1) redis.call('RPUSH', 'list', 1) return 1", 0);
      waiter.read().expectArray("list", "1");
      String pattern = "__keyspace*__:*";
      listener.readPush().expectArray("pmessage", pattern, "__keyspace@0__:a", "set");
      listener.readPush().expectArray("pmessage", pattern, "__keyspace@0__:list", "rpush");
      listener.readPush().expectArray("pmessage", pattern, "__keyspace@0__:list", "lpop");
    }
  }

  @Test
  void oneThatKeepsTooMuchCannotBeKilled() {
    try (JacinthUnderTest server = start("--script-kill-rollback-bytes", "100000");
        TestConnection caller = TestConnection.open(server);
        TestConnection killer = TestConnection.open(server)) {
      caller.send("SET", "large", "x".repeat(200_000));
      String script =
          "redis.call('APPEND', KEYS[1], 'y') redis.call('PUBLISH', 'written', 1)"
              + " while true do end";
      writeAndAwait(server, caller, "EVAL", script, 1, "large");
      killer.send("SCRIPT", "KILL").expectErrorStarting("UNKILLABLE ");
    }
  }
}
