package io.jacinth.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.client.RespValue.IntegerValue;
import io.jacinth.testkit.JacinthUnderTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One loop publishes what another one has no time to deliver. */
@Timeout(60)
class CongestionTest {
  private static final int MESSAGES = 150_000;
  private static final long MOST_BYTES = 20L << 20;

  private final JacinthUnderTest server =
      JacinthUnderTest.startInRealTime(
          "--io-threads", "2", "--client-output-buffer-limit", "pubsub 0 0 0");

  @AfterEach
  void audit() {
    try (server) {
      server.checkInvariants();
    }
  }

  private RespConnection connect() {
    return RespConnection.connect(server.address(), Duration.ofSeconds(30));
  }

  private Client engineSide(RespConnection connection) {
    long id = ((IntegerValue) connection.send("CLIENT", "ID")).value();
    return Objects.requireNonNull(server.server().engine().clients().find(id));
  }

  /** A connection on another loop than the one with this mailbox. */
  private RespConnection connectElsewhere(Mailbox mailbox) {
    while (true) {
      RespConnection connection = connect();
      if (engineSide(connection).mailbox() != mailbox) {
        return connection;
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whoPublishesTooMuchIsSlowedDown() {
    Congestion congestion = server.server().engine().congestion();
    RespConnection subscriber = connect();
    Client stalled = engineSide(subscriber);
    Mailbox mailbox = stalled.mailbox();
    subscriber.send("SUBSCRIBE", "news");
    RespConnection publisher = connectElsewhere(mailbox);
    RespConnection bystander = connectElsewhere(mailbox);
    CountDownLatch isOver = new CountDownLatch(1);
    stalled.onLoop(() -> await(isOver));
    CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> publish(publisher));
    while (!congestion.isOn()) {
      assertThat(publishing).isNotDone();
      assertThat(bystander.send("PING")).isEqualTo(new RespValue.SimpleString("PONG"));
    }
    for (int i = 0; i < 500; i++) {
      assertThat(bystander.send("PING")).isEqualTo(new RespValue.SimpleString("PONG"));
    }
    assertThat(publishing).isNotDone();
    assertThat(mailbox.waitingBytes()).isBetween(Congestion.MOST_BYTES, MOST_BYTES);
    isOver.countDown();
    publishing.join();
    for (int i = 0; i < MESSAGES; i++) {
      ArrayValue message = (ArrayValue) subscriber.read();
      assertThat(((BulkString) message.elements().get(2)).text()).isEqualTo(Integer.toString(i));
    }
    assertThat(mailbox.waitingBytes()).isZero();
    assertThat(congestion.isOn()).isFalse();
  }

  private static void publish(RespConnection publisher) {
    StringBuilder requests = new StringBuilder();
    for (int i = 0; i < MESSAGES; i++) {
      requests.append("PUBLISH news ").append(i).append("\r\n");
    }
    publisher.writeRaw(requests.toString().getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < MESSAGES; i++) {
      assertThat(publisher.read()).isEqualTo(new IntegerValue(1));
    }
  }
}
