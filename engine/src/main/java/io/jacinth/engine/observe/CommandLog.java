package io.jacinth.engine.observe;

import io.jacinth.engine.Call;
import io.jacinth.engine.config.LongSetting;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last commands that exceeded a threshold: those of SLOWLOG, and the further kinds of
 * COMMANDLOG. The thread that ran the command adds it. Thread-safe.
 */
public final class CommandLog {
  /**
   * A command that was remembered.
   *
   * @param id grows with each entry and never begins anew
   * @param value what exceeded the threshold: microseconds or bytes
   * @param arguments a char a byte, long ones and many cut
   * @param address of the client
   * @param name of the client, empty where it has none
   */
  public record Entry(
      long id, long unixSeconds, long value, List<String> arguments, String address, String name) {}

  private final LongSetting threshold;
  private final LongSetting longest;
  private final Deque<Entry> newestFirst = new ArrayDeque<>();
  private long nextId;

  /**
   * @param threshold the value from which a command is remembered; below 0: none is
   * @param longest how many are remembered
   */
  CommandLog(LongSetting threshold, LongSetting longest) {
    this.threshold = threshold;
    this.longest = longest;
  }

  /** The least value that is remembered; the largest number where none is. */
  long leastValue() {
    return threshold.value() < 0 || longest.value() == 0 ? Long.MAX_VALUE : threshold.value();
  }

  /** Remembers a call where its value reaches the threshold. */
  void offer(Call call, long unixSeconds, long value) {
    if (value >= leastValue()) {
      add(call, unixSeconds, value);
    }
  }

  private synchronized void add(Call call, long unixSeconds, long value) {
    newestFirst.addFirst(
        new Entry(
            nextId++,
            unixSeconds,
            value,
            LoggedArguments.of(call),
            call.client().address(),
            call.client().name()));
    while (newestFirst.size() > longest.value()) {
      newestFirst.removeLast();
    }
  }

  /** So many of the entries, the newest first. */
  public synchronized List<Entry> newest(long count) {
    return newestFirst.stream().limit(count).toList();
  }

  public synchronized int size() {
    return newestFirst.size();
  }

  /** Forgets all entries. */
  public synchronized void reset() {
    newestFirst.clear();
  }
}
