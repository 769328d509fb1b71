package io.jacinth.persistence;

import io.jacinth.engine.Clock;
import io.jacinth.engine.Engine;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.info.InfoWriter;
import io.jacinth.engine.log.ServerLog;
import io.jacinth.persistence.rdb.RdbException;
import io.jacinth.persistence.rdb.RdbInput;
import io.jacinth.protocol.Slice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Loads snapshots and tells how far it is. One thread loads at a time; what it tells is read from
 * any.
 */
final class SnapshotLoader {
  private static final double MICROS_A_SECOND = 1e6;

  private final Engine engine;
  private final Clock clock;
  private final ServerLog log;
  private volatile @Nullable LoadProgress progress;
  private volatile long loadedKeys;
  private volatile long expiredKeys;

  SnapshotLoader(Engine engine, ServerLog log) {
    this.engine = engine;
    this.clock = engine.clock();
    this.log = log;
  }

  /**
   * Loads a file; false where there is none.
   *
   * @throws IOException where it cannot be read to its end; some keys may have been made then
   */
  boolean load(Path file, RdbLoad.Options options) throws IOException {
    long started = clock.wallClockMicros();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      load(file, channel, options);
    } catch (NoSuchFileException thereIsNone) {
      return false;
    } catch (LoadException e) {
      throw e;
    } catch (IOException e) {
      log.warning(
          "Fatal error: can't open the RDB file " + file + " for reading: " + e.getMessage());
      throw failed(file, e.toString(), e);
    }
    log.notice(
        "DB loaded from disk: %.3f seconds"
            .formatted((clock.wallClockMicros() - started) / MICROS_A_SECOND));
    return true;
  }

  /** Loads what a channel has; answers where in it the snapshot ends. */
  long load(Path file, FileChannel channel, RdbLoad.Options options) throws IOException {
    LoadProgress begun = new LoadProgress(clock.wallClockMicros() / 1000, channel.size());
    progress = begun;
    LoadContext context =
        new LoadContext(
            engine.partitions(),
            engine::newSurroundings,
            engine.settings(),
            clock,
            log,
            this::loadLibrary);
    try (RdbInput in = new RdbInput(channel, channel.size())) {
      RdbLoad load = new RdbLoad(context, in, begun, options);
      load.run();
      loadedKeys = load.loaded();
      expiredKeys = load.expired();
      return in.position();
    } catch (RdbException | UncheckedIOException e) {
      throw failed(file, String.valueOf(e.getMessage()), e);
    } finally {
      progress = null;
    }
  }

  private LoadException failed(Path file, String reason, Exception cause) {
    String message = "Error reading the RDB file " + file + ": " + reason;
    log.warning(message);
    return new LoadException(message, cause);
  }

  /** What goes on now, null: nothing. */
  @Nullable LoadProgress progress() {
    return progress;
  }

  /** The fields of INFO on the last load. */
  void writeTo(InfoWriter out) {
    out.field("rdb_last_load_keys_expired", expiredKeys)
        .field("rdb_last_load_keys_loaded", loadedKeys);
  }

  private void loadLibrary(String code) {
    try {
      engine.scripting().libraries().load(Slice.ofLatin1(code), true);
    } catch (CommandException e) {
      throw new RdbException("a library of functions cannot be loaded: " + e.text());
    }
  }
}
