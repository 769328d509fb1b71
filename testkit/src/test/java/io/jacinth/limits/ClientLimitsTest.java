package io.jacinth.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.TestConnection;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** maxclients, timeout and the limits on buffers, changed while the server runs. */
@Timeout(60)
class ClientLimitsTest {
  private static final int MEGABYTE = 1 << 20;

  private final JacinthUnderTest server = JacinthUnderTest.start("--io-threads", "2");
  private TestConnection admin;

  @BeforeEach
  void connect() {
    admin = TestConnection.open(server);
  }

  @AfterEach
  void audit() {
    admin.close();
    try (server) {
      server.checkInvariants();
    }
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private long stat(String name) {
    String info = admin.send("INFO", "stats", "clients").text();
    return Long.parseLong(info.replaceAll("(?s).*\r\n" + name + ":(\\d+)\r\n.*", "$1"));
  }

  private void set(String name, Object value) {
    admin.send("CONFIG", "SET", name, value).expect("OK");
  }

  /** Asks for so many megabytes and reads none of them. */
  private TestConnection nonReader(int megabytes) {
    admin.send("SETRANGE", "big", MEGABYTE - 1, "x").expectInteger(MEGABYTE);
    TestConnection client = TestConnection.open(server);
    for (int i = 0; i < megabytes; i++) {
      client.write("GET", "big");
    }
    client.flush();
    return client;
  }

  @Test
  void refusesClientsBeyondMaxclients() {
    set("maxclients", 2);
    try (TestConnection second = TestConnection.open(server)) {
      second.send("PING").expectSimple("PONG");
      try (TestConnection third = TestConnection.open(server)) {
        third.read().expectError("ERR max number of clients reached");
        third.expectClosed();
      }
      set("maxclients", 3);
      try (TestConnection third = TestConnection.open(server)) {
        third.send("PING").expectSimple("PONG");
      }
    }
    assertThat(stat("rejected_connections")).isEqualTo(1);
  }

  @Test
  void closesWhoIsIdleForLongerThanTimeout() {
    try (TestConnection idle = TestConnection.open(server);
        TestConnection waiting = TestConnection.open(server);
        TestConnection subscriber = TestConnection.open(server)) {
      idle.send("PING").expectSimple("PONG");
      waiting.write("BLPOP", "list", 0).flush();
      subscriber.send("SUBSCRIBE", "channel");
      await(() -> stat("blocked_clients") == 1);
      set("timeout", 10);
      server.advance(Duration.ofSeconds(11));
      admin.send("RPUSH", "list", "a").expectInteger(1);
      idle.expectClosed();
      waiting.read().expectArray("list", "a");
      admin.send("PUBLISH", "channel", "m").expectInteger(1);
      set("timeout", 0);
    }
  }

  @Test
  void closesAtTheHardLimitOfOutput() {
    set("client-output-buffer-limit", "normal 10mb 0 0");
    try (TestConnection client = nonReader(60)) {
      await(() -> stat("client_output_buffer_limit_disconnections") == 1);
      await(() -> stat("connected_clients") == 1);
    }
    assertThat(server.log())
        .containsPattern("Client id=\\d+ addr=.* scheduled to be closed ASAP for overcoming of");
  }

  @Test
  void oneReplyCannotExceedTheHardLimitByMuch() {
    set("client-output-buffer-limit", "normal 2mb 0 0");
    admin.send("SETRANGE", "big", 64 * MEGABYTE, "x");
    try (TestConnection client = TestConnection.open(server)) {
      client.write("GET", "big").flush();
      await(() -> stat("connected_clients") == 1);
    }
    admin.send("PING").expectSimple("PONG");
  }

  @Test
  void closesWhoStaysAboveTheSoftLimit() {
    set("client-output-buffer-limit", "normal 0 10mb 5");
    try (TestConnection client = nonReader(60)) {
      await(() -> stat("client_recent_max_output_buffer") > 10 * MEGABYTE);
      server.advance(Duration.ofSeconds(4));
      assertThat(stat("connected_clients")).isEqualTo(2);
      server.advance(Duration.ofSeconds(4));
      await(() -> stat("connected_clients") == 1);
    }
  }

  @Test
  void pubsubHasLimitsOfItsOwn() {
    set("client-output-buffer-limit", "pubsub 4mb 0 0");
    try (TestConnection subscriber = TestConnection.open(server)) {
      subscriber.send("SUBSCRIBE", "channel");
      String message = "x".repeat(MEGABYTE);
      for (int i = 0; i < 100 && stat("connected_clients") == 2; i++) {
        admin.send("PUBLISH", "channel", message);
      }
      await(() -> stat("connected_clients") == 1);
    }
    assertThat(stat("client_output_buffer_limit_disconnections")).isEqualTo(1);
  }

  @Test
  void closesTheLargestClientsBeyondMaxmemoryClients() {
    try (TestConnection large = nonReader(60);
        TestConnection larger = nonReader(90);
        TestConnection small = TestConnection.open(server)) {
      small.send("PING").expectSimple("PONG");
      await(() -> stat("client_recent_max_output_buffer") > 70 * MEGABYTE);
      set("maxmemory-clients", "65mb");
      await(() -> stat("evicted_clients") == 1);
      small.send("PING").expectSimple("PONG");
      assertThat(stat("client_recent_max_output_buffer")).isBetween(30L * MEGABYTE, 65L * MEGABYTE);
    }
    assertThat(server.log()).contains("Evicting client: id=");
  }

  /** Names that are kept for a client count, too, though its buffers are empty. */
  @ParameterizedTest
  @ValueSource(
      strings = {"WATCH", "SUBSCRIBE", "PSUBSCRIBE", "SSUBSCRIBE", "CLIENT TRACKING ON BCAST"})
  void closesWhoHasTheServerKeepManyNames(String command) {
    admin.send("CLIENT", "NO-EVICT", "ON").expect("OK");
    String option = command.startsWith("CLIENT") ? "PREFIX " : "";
    try (TestConnection client = TestConnection.open(server)) {
      for (int i = 0; i < 2_000; i++) {
        client.writeRaw(command + " " + option + (100_000 + i) + "\r\n").flush();
        client.read();
      }
      set("maxmemory-clients", "200000");
      await(() -> stat("evicted_clients") == 1);
      client.expectClosed();
    }
  }

  @Test
  void whoAsksForItIsSpared() {
    admin.send("SETRANGE", "big", MEGABYTE - 1, "x");
    try (TestConnection client = TestConnection.open(server)) {
      client.send("CLIENT", "NO-EVICT", "ON").expect("OK");
      for (int i = 0; i < 60; i++) {
        client.write("GET", "big");
      }
      client.flush();
      await(() -> stat("client_recent_max_output_buffer") > 20 * MEGABYTE);
      set("maxmemory-clients", "1mb");
      for (int i = 0; i < 60; i++) {
        assertThat(client.read().text()).hasSize(MEGABYTE);
      }
    }
    assertThat(stat("evicted_clients")).isZero();
  }

  @Test
  void closesWhoSendsTooLongARequest() {
    set("client-query-buffer-limit", "2mb");
    try (TestConnection client = TestConnection.open(server)) {
      client.writeRaw("*2\r\n$3\r\nGET\r\n$50000000\r\n" + "x".repeat(3 * MEGABYTE)).flush();
      await(() -> stat("client_query_buffer_limit_disconnections") == 1);
    }
    assertThat(server.log()).contains("Closing client that reached max query buffer length: id=");
  }
}
