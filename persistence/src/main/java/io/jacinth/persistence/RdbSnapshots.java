package io.jacinth.persistence;

import io.jacinth.engine.Clock;
import io.jacinth.engine.Engine;
import io.jacinth.engine.Snapshots;
import io.jacinth.engine.config.ServerSettings;
import io.jacinth.engine.info.InfoWriter;
import io.jacinth.engine.info.MemoryUse;
import io.jacinth.engine.log.ServerLog;
import io.jacinth.persistence.rdb.RdbException;
import io.jacinth.persistence.rdb.RdbInput;
import io.jacinth.persistence.rdb.RdbType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Snapshots in Redis's RDB files. Used from every thread. */
public final class RdbSnapshots implements Snapshots {
  private static final double MICROS_A_SECOND = 1e6;

  private final Engine engine;
  private final ServerSettings settings;
  private final Clock clock;
  private final ServerLog log;
  private volatile long lastSaveMillis;
  private volatile long savedChanges;
  private final AtomicLong saves = new AtomicLong();
  private volatile @Nullable LoadProgress loading;
  private volatile long loadedKeys;
  private volatile long expiredKeys;

  public RdbSnapshots(Engine engine, ServerLog log) {
    this.engine = engine;
    this.settings = engine.settings();
    this.clock = engine.clock();
    this.log = log;
    this.lastSaveMillis = nowMillis();
  }

  private long nowMillis() {
    return clock.wallClockMicros() / 1000;
  }

  private Path file() {
    return settings.process.resolve(settings.persistence.dbfilename.value());
  }

  // ---------------------------------------------------------------- loading

  @Override
  public void load() throws LoadException {
    Path file = file();
    long started = clock.wallClockMicros();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      load(file, channel, new RdbLoad.Options(false, false, false));
    } catch (NoSuchFileException thereIsNone) {
      return;
    } catch (LoadException e) {
      throw e;
    } catch (IOException e) {
      log.warning(
          "Fatal error: can't open the RDB file " + file + " for reading: " + e.getMessage());
      throw failed(file, e.toString(), e);
    } finally {
      loading = null;
    }
    log.notice(
        "DB loaded from disk: %.3f seconds"
            .formatted((clock.wallClockMicros() - started) / MICROS_A_SECOND));
  }

  private long load(Path file, FileChannel channel, RdbLoad.Options options)
      throws LoadException, IOException {
    LoadProgress progress = new LoadProgress(nowMillis(), channel.size());
    loading = progress;
    LoadContext context =
        new LoadContext(
            engine.partitions(),
            engine::newSurroundings,
            settings,
            clock,
            log,
            code -> log.warning("A library of functions in the file is left out."));
    try (RdbInput in = new RdbInput(channel, channel.size())) {
      RdbLoad load = new RdbLoad(context, in, progress, options);
      load.run();
      loadedKeys = load.loaded();
      expiredKeys = load.expired();
      return in.position();
    } catch (RdbException | UncheckedIOException e) {
      throw failed(file, String.valueOf(e.getMessage()), e);
    }
  }

  private LoadException failed(Path file, String reason, Exception cause) {
    String message = "Error reading the RDB file " + file + ": " + reason;
    log.warning(message);
    return new LoadException(message, cause);
  }

  // ---------------------------------------------------------------- saving

  @Override
  public boolean save() {
    long changes = engine.changes();
    Path target = file();
    Path directory = target.toAbsolutePath().getParent();
    Path temporary = target.resolveSibling("temp-" + ProcessHandle.current().pid() + ".rdb");
    SaveOptions options = SaveOptions.of(engine);
    try (SnapshotFile file = open(temporary, target);
        SnapshotWriter writer = new SnapshotWriter(file, options.hasChecksum())) {
      writer.begin(version(), nowMillis() / 1000, MemoryUse.of(engine).used(), false);
      LockedSave.write(engine, writer, options);
      writer.end();
      file.commit();
    } catch (IOException e) {
      log.warning("Write error saving DB on disk(" + directory + "): " + e);
      return false;
    }
    log.notice("DB saved on disk");
    saves.incrementAndGet();
    savedChanges = changes;
    lastSaveMillis = nowMillis();
    return true;
  }

  /**
   * Writes the file that a log begins with.
   *
   * @param atInstant runs when nothing but what the file holds has been changed yet, with every
   *     lock
   */
  public void saveBase(Path target, Runnable atInstant) throws IOException {
    engine.partitions().lockAll();
    try {
      atInstant.run();
      saveBase(target);
    } finally {
      engine.partitions().unlockAll();
    }
  }

  private void saveBase(Path target) throws IOException {
    Path temporary =
        target.resolveSibling("temp-rewriteaof-bg-" + ProcessHandle.current().pid() + ".aof");
    SaveOptions options = SaveOptions.of(engine);
    try (SnapshotFile file = open(temporary, target);
        SnapshotWriter writer = new SnapshotWriter(file, options.hasChecksum())) {
      writer.begin(version(), nowMillis() / 1000, MemoryUse.of(engine).used(), true);
      LockedSave.write(engine, writer, options);
      writer.end();
      file.commit();
    }
  }

  /** Loads the file that a log begins with; answers where in it the snapshot ends. */
  public long loadBase(Path file, FileChannel channel) throws IOException {
    try {
      return load(file, channel, new RdbLoad.Options(false, false, true));
    } finally {
      loading = null;
    }
  }

  private SnapshotFile open(Path temporary, Path target) throws IOException {
    try {
      return new SnapshotFile(
          temporary, target, settings.persistence.rdbSaveIncrementalFsync.isOn());
    } catch (IOException e) {
      throw new IOException("Failed opening the temp RDB file " + temporary + ": " + e, e);
    }
  }

  private int version() {
    return engine.partitions().haveExpiringElements()
        ? RdbType.NEWEST_VERSION
        : RdbType.VERSION_7_0;
  }

  @Override
  public long lastSaveMillis() {
    return lastSaveMillis;
  }

  // ---------------------------------------------------------------- telling

  @Override
  public void writeTo(InfoWriter out) {
    LoadProgress progress = loading;
    out.field("loading", progress == null ? 0 : 1)
        .field("async_loading", 0)
        .field("rdb_changes_since_last_save", engine.changes() - savedChanges)
        .field("rdb_last_save_time", lastSaveMillis / 1000)
        .field("rdb_saves", saves.get())
        .field("rdb_last_load_keys_expired", expiredKeys)
        .field("rdb_last_load_keys_loaded", loadedKeys);
    if (progress != null) {
      out.field("loading_start_time", progress.startMillis / 1000)
          .field("loading_total_bytes", progress.totalBytes)
          .field("loading_rdb_used_mem", progress.usedMemoryThen())
          .field("loading_loaded_bytes", progress.loadedBytes())
          .field("loading_loaded_perc", progress.percent())
          .field("loading_eta_seconds", progress.secondsLeft(nowMillis()));
    }
  }
}
