package io.jacinth.commands.scripting;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.TestConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** While a script is debugged, others are told that the server is busy, and go on afterwards. */
class DebuggerAmongOthersTest {
  private static final String BUSY =
      "BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.";

  @Test
  void refusesOthersMeanwhile() throws InterruptedException {
    try (JacinthUnderTest server = JacinthUnderTest.startInRealTime("--io-threads", "2")) {
      AtomicBoolean isOver = new AtomicBoolean();
      AtomicInteger served = new AtomicInteger();
      AtomicInteger refused = new AtomicInteger();
      List<Thread> others = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        int number = i;
        others.add(Thread.ofPlatform().start(() -> write(server, number, isOver, served, refused)));
      }
      for (int i = 0; i < 20; i++) {
        debug(server, i % 2 == 0 ? "YES" : "SYNC", refused);
      }
      isOver.set(true);
      for (Thread other : others) {
        other.join();
      }
      try (TestConnection client = TestConnection.open(server)) {
        client.send("GET", "total").expect("10");
        client.send("GET", "written").expect(Integer.toString(served.get()));
      }
      assertThat(refused.get()).isPositive();
      server.checkInvariants();
    }
  }

  private static void write(
      JacinthUnderTest server,
      int number,
      AtomicBoolean isOver,
      AtomicInteger served,
      AtomicInteger refused) {
    try (TestConnection client = TestConnection.open(server)) {
      while (!isOver.get()) {
        String reply = client.send("INCR", "written").toString();
        if (reply.contains("BUSY")) {
          refused.incrementAndGet();
        } else {
          served.incrementAndGet();
          client.send("SET", "key:" + number, "x");
        }
      }
    }
  }

  /** A session that ends when somebody was refused during it. */
  private static void debug(JacinthUnderTest server, String mode, AtomicInteger refused) {
    try (TestConnection client = TestConnection.open(server)) {
      int before = refused.get();
      client.send("SCRIPT", "DEBUG", mode).expect("OK");
      client
          .send(
              "EVAL",
              "redis.call('INCR', 'total')\nredis.call('DEL', 'key:1', 'key:2')\nreturn 1",
              0)
          .expectArray(
              "* Stopped at 1, stop reason = step over", "-> 1   redis.call('INCR', 'total')");
      client.send("step");
      while (refused.get() == before) {
        client.send("print", "x").expectArray("No such variable.");
      }
      client.send("continue").expectArray("<endsession>");
      client.read().expect(1);
      client.expectClosed();
    }
  }

  @Test
  void isEndedByScriptKill() {
    try (JacinthUnderTest server = JacinthUnderTest.startInRealTime("--io-threads", "2");
        TestConnection client = TestConnection.open(server);
        TestConnection other = TestConnection.open(server)) {
      client.send("SCRIPT", "DEBUG", "YES").expect("OK");
      client.send("EVAL", "redis.call('SET', 'k', 1)\nreturn 1", 0);
      client.send("step");
      other.send("GET", "k").expectError(BUSY);
      other.send("SCRIPT", "KILL").expect("OK");
      client.read().expectArray("<endsession>");
      assertThat(client.read().toString()).contains("Script killed by user with SCRIPT KILL.");
      client.expectClosed();
      other.send("GET", "k").expectNil();
      server.checkInvariants();
    }
  }

  @Test
  void stopsWhatDoesNotEnd() {
    try (JacinthUnderTest server =
            JacinthUnderTest.startInRealTime("--io-threads", "2", "--busy-reply-threshold", "50");
        TestConnection client = TestConnection.open(server)) {
      client.send("SCRIPT", "DEBUG", "YES").expect("OK");
      client.send("EVAL", "local a = 1\nwhile true do end", 0);
      client
          .send("continue")
          .expectArray(
              "* Stopped at 2, stop reason = timeout reached, infinite loop?",
              "-> 2   while true do end");
      client.send("abort").expectArray("<endsession>");
      assertThat(client.read().toString()).contains("script aborted for user request");
      client.expectClosed();
    }
  }

  @Test
  void isNotForTransactions() {
    try (JacinthUnderTest server = JacinthUnderTest.startInRealTime("--io-threads", "1");
        TestConnection client = TestConnection.open(server)) {
      client.send("SCRIPT", "DEBUG", "YES").expect("OK");
      client.send("MULTI").expect("OK");
      client.send("EVAL", "return 1", 0).expect("QUEUED");
      assertThat(client.send("EXEC").toString()).contains("cannot be debugged");
    }
  }
}
