package io.jacinth.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.client.RespValue.IntegerValue;
import io.jacinth.client.RespValue.PushValue;
import io.jacinth.engine.Client;
import io.jacinth.engine.Push;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages out of band, from many threads, to clients in the middle of whatever they do. */
@Timeout(60)
class PushTest extends FourLoops {
  private static final int THREADS = 4;

  private static final int MESSAGES = 2_000;

  PushTest() {
    super(Duration.ofSeconds(30));
  }

  private Client engineSide(RespConnection connection) {
    long id = ((IntegerValue) connection.send("CLIENT", "ID")).value();
    return Objects.requireNonNull(server.server().engine().clients().find(id));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Push message(int thread, int number) {
    return Push.words(bytes("note"), bytes(Integer.toString(thread)), bytes("" + number));
  }

  private List<Future<?>> startPushing(Client client) {
    List<Future<?>> pushing = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      int thread = t;
      pushing.add(
          threads.submit(
              () -> {
                for (int i = 0; i < MESSAGES; i++) {
                  client.push(message(thread, i));
                }
              }));
    }
    return pushing;
  }

  private static int number(RespValue value) {
    return Integer.parseInt(((BulkString) value).text());
  }

  /** Replies larger than a buffer come whole, and each thread's messages in their order. */
  @Test
  void standsBetweenReplies() throws Exception {
    try (RespConnection connection = connect()) {
      connection.send("HELLO", "3");
      String large = "x".repeat(100_000);
      connection.send("SET", "large", large);
      List<Future<?>> pushing = startPushing(engineSide(connection));
      for (int round = 0; round < 20; round++) {
        for (int i = 0; i < 10; i++) {
          connection.write("MGET", "large", "none", "large");
          connection.write("ECHO", "e" + i);
        }
        for (int i = 0; i < 10; i++) {
          ArrayValue values = (ArrayValue) connection.read();
          assertThat(((BulkString) values.elements().get(2)).text()).isEqualTo(large);
          assertThat(((BulkString) connection.read()).text()).isEqualTo("e" + i);
        }
      }
      int[] next = new int[THREADS];
      for (int i = 0; i < THREADS * MESSAGES; i++) {
        PushValue push = connection.readPush();
        int thread = number(push.elements().get(1));
        assertThat(number(push.elements().get(2))).isEqualTo(next[thread]++);
      }
      for (Future<?> one : pushing) {
        one.get();
      }
    }
  }

  /** A client that waits is not woken, and has its messages before the reply that ends the wait. */
  @Test
  void reachesWhoWaits() throws Exception {
    try (RespConnection waiting = connect();
        RespConnection other = connect()) {
      Client client = engineSide(waiting);
      waiting.write("BLPOP", "list", "0");
      waiting.flush();
      List<Future<?>> pushing = startPushing(client);
      for (int i = 0; i < THREADS * MESSAGES; i++) {
        assertThat(((ArrayValue) waiting.read()).elements()).hasSize(3);
      }
      for (Future<?> one : pushing) {
        one.get();
      }
      other.send("RPUSH", "list", "v");
      assertThat(((ArrayValue) waiting.read()).elements()).hasSize(2);
    }
  }

  /** What was posted before a request was sent stands before its reply. */
  @Test
  void keepsTheOrderThatOthersSee() {
    try (RespConnection connection = connect()) {
      Client client = engineSide(connection);
      for (int i = 0; i < 500; i++) {
        client.push(message(0, i));
        connection.write("PING");
        assertThat(number(((ArrayValue) connection.read()).elements().get(2))).isEqualTo(i);
        assertThat(connection.read()).isEqualTo(new RespValue.SimpleString("PONG"));
      }
    }
  }

  /** One that leaves in the middle is no trouble. */
  @Test
  void givesUpOnWhoHasGone() throws Exception {
    for (int i = 0; i < 20; i++) {
      try (RespConnection connection = connect()) {
        startPushing(engineSide(connection));
      }
    }
    try (RespConnection connection = connect()) {
      assertThat(connection.send("PING")).isEqualTo(new RespValue.SimpleString("PONG"));
    }
  }
}
