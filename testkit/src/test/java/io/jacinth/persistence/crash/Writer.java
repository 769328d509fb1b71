package io.jacinth.persistence.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespException;
import io.jacinth.client.RespValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A client that counts: step n appends n to its list, and every third step does so in a transaction
 * that also moves n from one counter to another. It keeps its own record of what was acknowledged
 * and when.
 */
final class Writer extends Thread {
  /** Steps acknowledged up to {@code step} at a time. */
  private record Acknowledgement(long nanos, int step) {}

  private static final int TRANSACTIONS = 3;
  private static final int DEEPEST_PIPELINE = 16;

  private final RespConnection connection;
  private final String name;
  private final Random random;
  private final List<Acknowledgement> record = new ArrayList<>();
  private int sent;
  private int acknowledged;

  /**
   * @param name of its own, and never used before
   */
  Writer(RespConnection connection, String name, long seed) {
    super(name);
    this.connection = connection;
    this.name = name;
    this.random = new Random(seed);
  }

  private String key(String kind) {
    return kind + ":" + name;
  }

  private static boolean isTransaction(int step) {
    return step % TRANSACTIONS == 0;
  }

  @Override
  public void run() {
    try (connection) {
      while (true) {
        pipeline(1 + random.nextInt(DEEPEST_PIPELINE));
      }
    } catch (RespException e) {
      // The server is dead: that is the point.
    }
  }

  private void pipeline(int depth) {
    int first = sent + 1;
    for (int step = first; step < first + depth; step++) {
      write(step);
    }
    sent += depth;
    connection.flush();
    for (int step = first; step < first + depth; step++) {
      read(step);
      acknowledged = step;
    }
    record.add(new Acknowledgement(System.nanoTime(), acknowledged));
  }

  private void write(int step) {
    String n = Integer.toString(step);
    if (isTransaction(step)) {
      connection.write("MULTI");
      connection.write("DECRBY", key("left"), n);
    }
    connection.write("RPUSH", key("list"), n);
    if (isTransaction(step)) {
      connection.write("INCRBY", key("right"), n);
      connection.write("EXEC");
    }
  }

  private void read(int step) {
    int replies = isTransaction(step) ? 5 : 1;
    for (int i = 0; i < replies; i++) {
      RespValue reply = connection.read();
      if (reply.toString().startsWith("(error)")) {
        throw new AssertionError("step " + step + ": " + reply);
      }
    }
  }

  /** Steps that were acknowledged. Of a thread that has ended. */
  int acknowledged() {
    return acknowledged;
  }

  /** Steps that were acknowledged up to a time. */
  private int acknowledgedAt(long nanos) {
    int steps = 0;
    for (Acknowledgement entry : record) {
      if (entry.nanos - nanos <= 0) {
        steps = entry.step;
      }
    }
    return steps;
  }

  /**
   * Holds what a server knows against the record.
   *
   * @param mustHaveNanos what was acknowledged until then must be there
   * @return how many acknowledged steps are lost
   */
  int check(RespConnection server, long mustHaveNanos) {
    List<String> list = new ArrayList<>();
    String text = server.send("LRANGE", key("list"), "0", "-1").toString();
    if (!text.equals("[]")) {
      for (String element : text.substring(1, text.length() - 1).split(", ", -1)) {
        list.add(element.replace("\"", ""));
      }
    }
    long right = 0;
    for (int i = 0; i < list.size(); i++) {
      assertThat(list.get(i)).as(key("list")).isEqualTo(Integer.toString(i + 1));
      right += isTransaction(i + 1) ? i + 1 : 0;
    }
    assertThat(number(server, "right")).as(key("right")).isEqualTo(right);
    assertThat(number(server, "left")).as(key("left")).isEqualTo(-right);
    assertThat(list.size())
        .as("steps of %s", key("list"))
        .isBetween(acknowledgedAt(mustHaveNanos), sent);
    return Math.max(0, acknowledged - list.size());
  }

  private long number(RespConnection server, String kind) {
    String value = server.send("GET", key(kind)).toString().replace("\"", "");
    return value.equals("(nil)") ? 0 : Long.parseLong(value);
  }
}
