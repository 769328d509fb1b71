package io.jacinth.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.client.RespValue.BulkString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Clients that wait and clients that wake them, on threads of their own, over four event loops.
 * After each test the server audits its memory.
 */
@Timeout(60)
class BlockingTest extends FourLoops {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String STOP = "stop";

  BlockingTest() {
    super(PATIENCE, "--hz", "100");
  }

  private static String text(RespValue value) {
    return ((BulkString) value).text();
  }

  private static void await(List<Future<?>> all) throws Exception {
    for (Future<?> one : all) {
      one.get(50, TimeUnit.SECONDS);
    }
  }

  /** What is pushed is popped once, by whoever waits for any of the lists, whatever times out. */
  @Test
  void whatIsPushedIsPoppedOnce() throws Exception {
    int producers = 4;
    int consumers = 8;
    int items = 1_500;
    String[] queues = IntStream.range(0, 5).mapToObj(i -> "queue:" + i).toArray(String[]::new);
    Queue<String> popped = new ConcurrentLinkedQueue<>();
    List<Future<?>> consuming = new ArrayList<>();
    for (int i = 0; i < consumers; i++) {
      consuming.add(start(i, (client, random) -> consume(client, random, queues, popped)));
    }
    List<Future<?>> producing = new ArrayList<>();
    for (int i = 0; i < producers; i++) {
      String name = "p" + i + ":";
      producing.add(
          start(
              100 + i,
              (client, random) -> {
                for (int item = 0; item < items; item += 3) {
                  String queue = queues[1 + random.nextInt(4)];
                  client.send("RPUSH", queue, name + item, name + (item + 1), name + (item + 2));
                }
              }));
    }
    await(producing);
    try (RespConnection client = connect()) {
      for (int i = 0; i < consumers; i++) {
        client.send("RPUSH", queues[0], STOP);
      }
    }
    await(consuming);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < producers; i++) {
      for (int item = 0; item < items; item++) {
        expected.add("p" + i + ":" + item);
      }
    }
    assertThat(popped).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Takes items until told to stop; the queue that may stop it is looked at last. */
  private static void consume(
      RespConnection client, SplittableRandom random, String[] queues, Queue<String> popped) {
    while (true) {
      int from = random.nextInt(4);
      String timeout = random.nextInt(4) == 0 ? "0.001" : "5";
      RespValue reply =
          client.send(
              random.nextBoolean() ? "BLPOP" : "BRPOP",
              queues[1 + from],
              queues[1 + (from + 1) % 4],
              queues[1 + (from + 2) % 4],
              queues[1 + (from + 3) % 4],
              queues[0],
              timeout);
      if (reply instanceof ArrayValue(List<RespValue> pair)) {
        String item = text(pair.get(1));
        if (item.equals(STOP)) {
          return;
        }
        popped.add(item);
      }
    }
  }

  /** Items go round through three lists of different partitions; none is lost or doubled. */
  @Test
  void whatIsMovedIsThereOnce() throws Exception {
    String[] lists = {"one", "two", "three"};
    int items = 50;
    try (RespConnection client = connect()) {
      for (int i = 0; i < items; i++) {
        client.send("RPUSH", lists[i % 3], "item" + i);
      }
    }
    List<Future<?>> movers = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      String from = lists[i % 3];
      String to = lists[(i + 1) % 3];
      movers.add(
          start(
              i,
              (client, random) -> {
                for (int round = 0; round < 1_000; round++) {
                  client.send("BLMOVE", from, to, "LEFT", "RIGHT", "0.01");
                }
              }));
    }
    await(movers);
    List<String> found = new ArrayList<>();
    try (RespConnection client = connect()) {
      for (String list : lists) {
        if (client.send("LRANGE", list, "0", "-1") instanceof ArrayValue(var elements)) {
          elements.forEach(element -> found.add(text(element)));
        }
      }
    }
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, items).mapToObj(i -> "item" + i).toList());
  }

  /** Who came first is served first; what a blocked client has sent on waits for its turn. */
  @Test
  void servesInOrder() {
    try (RespConnection pusher = connect()) {
      List<RespConnection> waiters = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        RespConnection waiter = connect();
        waiters.add(waiter);
        waiter.write("BLPOP", "queue", "0");
        waiter.write("ECHO", "after" + i);
        waiter.flush();
        awaitBlocked(pusher, i + 1);
      }
      pusher.send("RPUSH", "queue", "0", "1", "2", "3", "4", "5");
      for (int i = 0; i < 5; i++) {
        try (RespConnection waiter = waiters.get(i)) {
          ArrayValue pair = (ArrayValue) waiter.read();
          assertThat(text(pair.elements().get(1))).isEqualTo(Integer.toString(i));
          assertThat(text(waiter.read())).isEqualTo("after" + i);
        }
      }
      assertThat(pusher.send("LLEN", "queue")).isEqualTo(new RespValue.IntegerValue(1));
    }
  }

  private static void awaitBlocked(RespConnection client, int count) {
    String wanted = "blocked_clients:" + count + "\r\n";
    while (!text(client.send("INFO", "clients")).contains(wanted)) {
      Thread.onSpinWait();
    }
  }

  /** A client that goes away while it waits takes nothing with it. */
  @Test
  void whoHasGoneIsNotServed() {
    try (RespConnection pusher = connect()) {
      try (RespConnection waiter = connect()) {
        waiter.write("BLPOP", "queue", "other", "0");
        waiter.flush();
        awaitBlocked(pusher, 1);
      }
      awaitBlocked(pusher, 0);
      pusher.send("RPUSH", "queue", "a");
      assertThat(pusher.send("LLEN", "queue")).isEqualTo(new RespValue.IntegerValue(1));
    }
  }
}
