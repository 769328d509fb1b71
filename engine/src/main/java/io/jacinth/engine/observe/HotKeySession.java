package io.jacinth.engine.observe;

import io.jacinth.engine.Engine;
import io.jacinth.engine.info.ProcessFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One search for the keys that cost most (HOTKEYS). Each worker that runs commands meanwhile joins
 * with tables of its own, which are added up on demand. Thread-safe.
 */
public final class HotKeySession {
  /**
   * What is searched for.
   *
   * @param byTime keys by the time that their commands take
   * @param byBytes keys by the bytes that their commands move
   * @param count how many keys are told
   * @param sampleRatio one command of so many is looked at
   * @param seconds after which the search ends by itself; 0: never
   */
  public record Request(
      boolean byTime, boolean byBytes, int count, long sampleRatio, long seconds) {}

  /** What one worker has found. */
  record Tables(FrequentKeys byTime, FrequentKeys byBytes) {}

  /** A key and what it has cost. */
  public record HotKey(String name, long cost) {}

  /** Counts of the whole server at one moment. */
  private record Totals(
      long wallMillis, long commandNanos, long netBytes, double userSeconds, double systemSeconds) {
    static Totals of(Engine engine) {
      var counts = engine.statistics();
      return new Totals(
          engine.clock().wallClockMicros() / 1000,
          counts.commandNanos(),
          counts.bytesIn() + counts.bytesOut(),
          ProcessFiles.userSeconds(),
          ProcessFiles.systemSeconds());
    }
  }

  private final Engine engine;
  private final Request request;
  private final List<Tables> tables = new CopyOnWriteArrayList<>();
  private final Totals before;
  private volatile Totals after;
  private volatile boolean isActive = true;

  HotKeySession(Engine engine, Request request) {
    this.engine = engine;
    this.request = request;
    this.before = Totals.of(engine);
    this.after = before;
  }

  public Request request() {
    return request;
  }

  public boolean isActive() {
    return isActive;
  }

  boolean isOver() {
    long millis = engine.clock().wallClockMicros() / 1000 - before.wallMillis();
    return request.seconds() > 0 && millis >= TimeUnit.SECONDS.toMillis(request.seconds());
  }

  synchronized void stop() {
    if (isActive) {
      after = Totals.of(engine);
      isActive = false;
    }
  }

  /** New tables for a worker that has none yet. */
  Tables join() {
    Tables joined = new Tables(new FrequentKeys(), new FrequentKeys());
    tables.add(joined);
    return joined;
  }

  /** When it began, in milliseconds since 1970. */
  public long startMillis() {
    return before.wallMillis();
  }

  private Totals now() {
    return isActive ? Totals.of(engine) : after;
  }

  public long durationMillis() {
    return now().wallMillis() - before.wallMillis();
  }

  /** Time that all commands took, whatever their keys. */
  public long commandMicros() {
    return TimeUnit.NANOSECONDS.toMicros(now().commandNanos() - before.commandNanos());
  }

  /** Bytes that all commands moved, whatever their keys. */
  public long netBytes() {
    return now().netBytes() - before.netBytes();
  }

  /** CPU time of the process in the program. */
  public long userMillis() {
    return Math.round((now().userSeconds() - before.userSeconds()) * 1000);
  }

  /** CPU time of the process in the kernel. */
  public long systemMillis() {
    return Math.round((now().systemSeconds() - before.systemSeconds()) * 1000);
  }

  /** The keys whose commands took longest, in microseconds of the commands that were looked at. */
  public List<HotKey> byTime() {
    return top(Tables::byTime)
        .map(key -> new HotKey(key.name(), TimeUnit.NANOSECONDS.toMicros(key.cost())))
        .toList();
  }

  /** The keys whose commands moved most, in bytes of the commands that were looked at. */
  public List<HotKey> byBytes() {
    return top(Tables::byBytes).toList();
  }

  private Stream<HotKey> top(Function<Tables, FrequentKeys> metric) {
    Map<String, Long> sums = new HashMap<>();
    tables.forEach(each -> metric.apply(each).addTo(sums));
    return sums.entrySet().stream()
        .map(entry -> new HotKey(entry.getKey(), entry.getValue()))
        .sorted((a, b) -> Long.compare(b.cost(), a.cost()))
        .limit(request.count());
  }
}
