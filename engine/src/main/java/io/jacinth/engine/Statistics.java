package io.jacinth.engine;

import java.util.List;

/**
 * What one worker counts. Written by the worker alone, without synchronisation; a sum over workers
 * is taken as it is found.
 */
public final class Statistics {
  long commands;
  long hits;
  long misses;
  long expired;
  long changes;
  long bytesIn;
  long bytesOut;
  long errors;
  long reads;
  long writes;
  long expiryNanos;
  long expiryOverruns;
  double stalePercent;
  long reclaimed;
  long evicted;
  private final CommandStatistics[] perCommand;

  Statistics(int commandCount) {
    perCommand = new CommandStatistics[commandCount];
    for (int i = 0; i < commandCount; i++) {
      perCommand[i] = new CommandStatistics();
    }
  }

  static Statistics sum(int commandCount, List<Worker> workers) {
    Statistics sum = new Statistics(commandCount);
    for (Worker worker : workers) {
      sum.add(worker.statistics());
    }
    return sum;
  }

  private void add(Statistics other) {
    commands += other.commands;
    hits += other.hits;
    misses += other.misses;
    expired += other.expired;
    changes += other.changes;
    bytesIn += other.bytesIn;
    bytesOut += other.bytesOut;
    errors += other.errors;
    reads += other.reads;
    writes += other.writes;
    expiryNanos += other.expiryNanos;
    expiryOverruns += other.expiryOverruns;
    stalePercent += other.stalePercent;
    reclaimed += other.reclaimed;
    evicted += other.evicted;
    for (int i = 0; i < perCommand.length; i++) {
      perCommand[i].add(other.perCommand[i]);
    }
  }

  /** CONFIG RESETSTAT. A count made by another thread meanwhile may survive. */
  void reset() {
    commands = 0;
    hits = 0;
    misses = 0;
    expired = 0;
    bytesIn = 0;
    bytesOut = 0;
    errors = 0;
    reads = 0;
    writes = 0;
    expiryNanos = 0;
    expiryOverruns = 0;
    stalePercent = 0;
    reclaimed = 0;
    evicted = 0;
    for (CommandStatistics command : perCommand) {
      command.reset();
    }
  }

  public CommandStatistics of(RegisteredCommand command) {
    return perCommand[command.id()];
  }

  /** Time that all commands took. */
  public long commandNanos() {
    long sum = 0;
    for (CommandStatistics command : perCommand) {
      sum += command.nanos();
    }
    return sum;
  }

  public long commands() {
    return commands;
  }

  public long hits() {
    return hits;
  }

  public long misses() {
    return misses;
  }

  /** Keys removed because their deadline passed. */
  public long expired() {
    return expired;
  }

  /** Changes to keys since the start. */
  public long changes() {
    return changes;
  }

  public long bytesIn() {
    return bytesIn;
  }

  public long bytesOut() {
    return bytesOut;
  }

  /** Error replies. */
  public long errors() {
    return errors;
  }

  /** Times that bytes came from a connection. */
  public long reads() {
    return reads;
  }

  /** Times that bytes went to a connection. */
  public long writes() {
    return writes;
  }

  /** Keys of flushed databases whose memory was freed afterwards. */
  public long reclaimed() {
    return reclaimed;
  }

  /** Counts such keys. */
  public void reclaimed(long keys) {
    reclaimed += keys;
  }

  /** Keys removed to make room. */
  public long evictedKeys() {
    return evicted;
  }

  /** Counts one. */
  public void evicted() {
    evicted++;
  }

  /** Rounds of looking for expired keys that ended because their time was up. */
  public long expiryOverruns() {
    return expiryOverruns;
  }

  /** The share of keys with a deadline that have passed it, as the last rounds found it. */
  public double stalePercent() {
    return stalePercent;
  }

  /** Counts what a round found: a twentieth of the new mean. */
  void foundStale(long expired, long seen) {
    double percent = seen == 0 ? 0 : expired * 100.0 / seen;
    stalePercent += (percent - stalePercent) / 20;
  }

  /** Time spent looking for expired keys. */
  public long expiryNanos() {
    return expiryNanos;
  }
}
