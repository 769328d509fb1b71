package io.jacinth.persistence;

import io.jacinth.engine.Clock;
import io.jacinth.engine.config.PersistenceSettings;
import io.jacinth.engine.keyspace.HashSlot;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.keyspace.Surroundings;
import io.jacinth.engine.log.ServerLog;
import io.jacinth.persistence.rdb.RdbException;
import io.jacinth.persistence.rdb.RdbFileReader;
import io.jacinth.persistence.rdb.RdbFileSink;
import io.jacinth.persistence.rdb.RdbInput;
import io.jacinth.persistence.rdb.RecordSpan;
import io.jacinth.persistence.rdb.ValueReader;
import io.jacinth.protocol.Slice;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One load of a file: this thread reads it and finds where each record ends, a crew of threads
 * makes keys of the records. A record that is larger than the read buffer is read here, piece by
 * piece, so that no more of the file than that is ever in memory besides the data itself. Owned by
 * the thread that loads.
 */
final class RdbLoad implements RdbFileSink {
  private static final long WHOLE_RECORD_BYTES = 1L << 20;
  private static final double MEGABYTE = 1024 * 1024;
  private static final long LOG_PERIOD_NANOS = TimeUnit.SECONDS.toNanos(5);

  /**
   * How a file is loaded.
   *
   * @param holdsAll whether this thread holds every partition's lock and keeps it: then it makes
   *     the keys itself
   * @param replaces whether a key of the file takes the place of one that is there
   * @param keepsExpired whether keys whose deadlines have passed are made all the same: the log
   *     that follows may still speak of them
   */
  record Options(boolean holdsAll, boolean replaces, boolean keepsExpired) {}

  private final Partitions partitions;
  private final Supplier<Surroundings> surroundings;
  private final PersistenceSettings settings;
  private final Clock clock;
  private final ServerLog log;
  private final Consumer<String> libraries;
  private final LoadProgress progress;
  private final Options options;
  private final RdbInput in;
  private final RecordSpan span = new RecordSpan();
  private final KeyLoader own;
  private final ValueReader ownReader;
  private final @Nullable LoadCrew crew;
  private final long nowMillis;
  private int database;
  private long expired;
  private long keysSeen;
  private long lastLogNanos;

  RdbLoad(LoadContext context, RdbInput in, LoadProgress progress, Options options) {
    this.partitions = context.partitions();
    this.surroundings = context.surroundings();
    this.settings = context.settings().persistence;
    this.clock = context.clock();
    this.log = context.log();
    this.libraries = context.libraries();
    this.in = in;
    this.progress = progress;
    this.options = options;
    this.own = newLoader();
    this.ownReader = own.readerOf(in);
    this.nowMillis = clock.wallClockMicros() / 1000;
    this.lastLogNanos = clock.nanoTime();
    this.crew =
        options.holdsAll
            ? null
            : new LoadCrew(Runtime.getRuntime().availableProcessors(), this::newLoader);
  }

  private KeyLoader newLoader() {
    return new KeyLoader(partitions, surroundings.get(), options.holdsAll, options.replaces);
  }

  /**
   * Loads up to the end of the snapshot in the input.
   *
   * @throws RdbException saying what is wrong and where; some of the keys may have been made
   */
  void run() {
    try (LoadCrew ending = crew) {
      try {
        new RdbFileReader(in, this).read();
        if (ending != null) {
          ending.finish();
        }
      } catch (LoadCrew.FailedException e) {
        throw blame();
      } catch (RdbException e) {
        throw new RdbException("at offset " + in.position() + ": " + e.getMessage());
      }
    }
    log.notice("Done loading RDB, keys loaded: %d, keys expired: %d.".formatted(loaded(), expired));
    long empty = own.empty() + (crew == null ? 0 : crew.empty());
    if (empty > 0) {
      log.notice("Done loading RDB, empty keys skipped: " + empty + ".");
    }
  }

  /** Keys that were left out because their deadlines had passed. */
  long expired() {
    return expired;
  }

  /** Keys that were made. */
  long loaded() {
    return own.loaded() + (crew == null ? 0 : crew.loaded());
  }

  private RdbException blame() {
    LoadCrew.Failure failure = crew == null ? null : crew.failure();
    if (failure == null) {
      return new RdbException("a thread failed");
    }
    String reason =
        failure.cause() instanceof RdbException
            ? String.valueOf(failure.cause().getMessage())
            : failure.cause().toString();
    return new RdbException("in the record at offset " + failure.at() + ": " + reason);
  }

  @Override
  public void version(int version) {
    log.verbose("The file has version " + version + " of the RDB format.");
  }

  @Override
  public void fact(Slice name, Slice value) {
    if (name.length() > 0 && name.at(0) == '%') {
      log.notice("RDB '" + name + "': " + value);
      return;
    }
    switch (name.toString()) {
      case "redis-ver" -> log.notice("Loading RDB produced by version " + value);
      case "ctime" ->
          log.notice("RDB age " + Math.max(nowMillis / 1000 - value.integerOr(0), 0) + " seconds");
      case "used-mem" -> {
        long bytes = value.integerOr(0);
        progress.usedMemoryThen(bytes);
        log.notice("RDB memory usage when created %.2f Mb".formatted(bytes / MEGABYTE));
      }
      case "aof-preamble", "aof-base" -> {
        if (value.integerOr(0) != 0) {
          log.notice("RDB is base AOF");
        }
      }
      case "redis-bits", "repl-stream-db", "repl-id", "repl-offset", "lua" -> {}
      default -> log.debug("Unrecognized RDB AUX field: '" + name + "' '" + value + "'");
    }
  }

  @Override
  public void database(long index) {
    if (index < 0 || index >= partitions.databases()) {
      throw new RdbException(
          "FATAL: Data file was created with a Redis server configured to handle more than "
              + partitions.databases()
              + " databases. Exiting");
    }
    database = (int) index;
  }

  @Override
  public void sizes(long keys, long deadlines) {}

  @Override
  public void library(Slice code) {
    libraries.accept(code.toString());
  }

  @Override
  public void key(KeyFacts facts, RdbInput input) {
    delay();
    if ((keysSeen++ & 0xFF) == 0) {
      report();
    }
    boolean isExpired =
        facts.deadlineMillis != KeyFacts.NONE
            && facts.deadlineMillis < nowMillis
            && !options.keepsExpired;
    expired += isExpired ? 1 : 0;
    boolean hasMuch = input.fill(WHOLE_RECORD_BYTES);
    long bytes =
        span.of(
            facts.type, input.buffered(), input.bufferedAt(), input.bufferedAt() + input.left());
    if (bytes < 0) {
      large(facts, input, isExpired, hasMuch);
    } else if (isExpired) {
      input.skip(bytes);
    } else if (crew == null) {
      own.load(database, facts, input, ownReader);
    } else {
      int partition = partitions.ofSlot(HashSlot.of(facts.key)).number();
      crew.add(partition, database, facts, input, bytes);
    }
  }

  /**
   * A record that is not all in the buffer; where the file is at its end, the reader will say so.
   */
  private void large(KeyFacts facts, RdbInput input, boolean isExpired, boolean hasMuch) {
    if (isExpired && hasMuch) {
      new ValueReader(input, Ignorance.INSTANCE).read(facts.type);
    } else {
      own.load(database, facts, input, ownReader);
    }
  }

  /** {@code key-load-delay}: so many microseconds, -n: one every n keys. */
  private void delay() {
    long micros = settings.keyLoadDelay.value();
    if (micros > 0) {
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(micros));
    } else if (micros < 0 && keysSeen % -micros == 0) {
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(1));
    }
  }

  private void report() {
    progress.loaded(in.position());
    long now = clock.nanoTime();
    if (now - lastLogNanos > LOG_PERIOD_NANOS) {
      lastLogNanos = now;
      log.notice(
          "Loading: %.1f%% of the file in %d seconds"
              .formatted(
                  progress.percent(),
                  clock.wallClockMicros() / 1_000_000 - progress.startMillis / 1000));
    }
  }

  @Override
  public void end(long stored, long found) {
    progress.loaded(in.position());
    if (!settings.rdbchecksum.isOn()) {
      return;
    }
    if (stored == 0) {
      log.notice("RDB file was saved with checksum disabled: no check performed.");
    } else if (stored != found) {
      throw new RdbException(
          "Wrong RDB checksum expected: (%x) but got (%x). Aborting now.".formatted(stored, found));
    }
  }
}
