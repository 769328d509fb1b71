package io.jacinth.persistence;

import io.jacinth.engine.Clock;
import io.jacinth.engine.Engine;
import io.jacinth.engine.Snapshots;
import io.jacinth.engine.admission.Admission;
import io.jacinth.engine.config.SavePoint;
import io.jacinth.engine.config.ServerSettings;
import io.jacinth.engine.config.ShutdownOption;
import io.jacinth.engine.info.InfoWriter;
import io.jacinth.engine.info.MemoryUse;
import io.jacinth.engine.log.ServerLog;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Snapshots in Redis's RDB files. Used from every thread. */
public final class RdbSnapshots implements Snapshots {
  private final Engine engine;
  private final ServerSettings settings;
  private final Clock clock;
  private final ServerLog log;
  private final SaveState state;
  private final SnapshotLoader loader;
  private final WalkTurn turn = new WalkTurn();
  private final ExecutorService writing;
  private volatile @Nullable SnapshotTask background;
  private volatile @Nullable SnapshotTask base;
  private volatile boolean isScheduled;

  /**
   * Changes since the start that are in the snapshot that the server leaves; -1: it leaves none.
   */
  private volatile long lastChanges = -1;

  public RdbSnapshots(Engine engine, ServerLog log) {
    this.engine = engine;
    this.settings = engine.settings();
    this.clock = engine.clock();
    this.log = log;
    this.state = new SaveState(nowMillis());
    this.loader = new SnapshotLoader(engine, log);
    this.writing = startedThread();
    settings.persistence.save.onChange(this::warnClients);
    settings.persistence.stopWritesOnBgsaveError.onChange(this::warnClients);
  }

  /** A thread that is there before it is needed: it is given work while every lock is held. */
  private static ExecutorService startedThread() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("jacinth-snapshot").factory());
    pool.prestartCoreThread();
    return pool;
  }

  private long nowMillis() {
    return clock.wallClockMicros() / 1000;
  }

  private Path file() {
    return settings.process.resolve(settings.persistence.dbfilename.value());
  }

  // ---------------------------------------------------------------- loading

  @Override
  public void load() throws IOException {
    loader.load(file(), new RdbLoad.Options(false, false, false));
  }

  @Override
  public void reload(ReloadOptions options) throws IOException {
    if (options.flushes()) {
      engine.partitions().clear();
    }
    boolean isLoaded = false;
    try {
      if (!loader.load(file(), new RdbLoad.Options(true, options.merges(), false))) {
        throw new NoSuchFileException(file().toString());
      }
      isLoaded = true;
    } finally {
      if (!isLoaded && options.flushes()) {
        engine.partitions().clear();
      }
    }
    log.warning("DB reloaded by DEBUG RELOAD");
  }

  /** Loads the file that a log begins with; answers where in it the snapshot ends. */
  public long loadBase(Path file, FileChannel channel) throws IOException {
    return loader.load(file, channel, new RdbLoad.Options(false, false, true));
  }

  // ---------------------------------------------------------------- saving

  @Override
  public boolean save() {
    return save(engine.changes());
  }

  @Override
  public boolean saveLast(Set<ShutdownOption> options) {
    log.warning("User requested shutdown...");
    endBackground();
    boolean isWanted =
        !engine.isLoading()
            && !options.contains(ShutdownOption.NOSAVE)
            && (options.contains(ShutdownOption.SAVE)
                || !settings.persistence.save.value().isEmpty());
    if (!isWanted) {
      return true;
    }
    log.notice("Saving the final RDB snapshot before exiting.");
    boolean isForced = options.contains(ShutdownOption.FORCE);
    if (save()) {
      lastChanges = engine.changes();
      engine.unusual(Admission.ENDING, true);
      return true;
    }
    log.warning("Error trying to save the DB, " + (isForced ? "exit anyway." : "can't exit."));
    return isForced;
  }

  private void endBackground() {
    SnapshotTask running = background;
    if (running != null) {
      log.warning("There is a child saving an .rdb. Killing it!");
      running.abandon();
    }
  }

  private boolean save(long changes) {
    boolean isWritten = write();
    if (isWritten) {
      log.notice("DB saved on disk");
      state.saved(nowMillis(), changes);
      warnClients();
    }
    return isWritten;
  }

  private boolean write() {
    SaveOptions options = SaveOptions.of(engine);
    try (SnapshotFile file = SnapshotFile.open(temporary(""), file(), syncsAlong());
        SnapshotWriter writer = new SnapshotWriter(file, options.hasChecksum())) {
      writer.begin(
          SnapshotTask.versionFor(engine), nowMillis() / 1000, MemoryUse.of(engine).used(), false);
      writer.libraries(engine.scripting().libraries().codes());
      LockedSave.write(engine, writer, options);
      writer.end();
      file.commit();
      return true;
    } catch (IOException e) {
      complain(e);
      return false;
    }
  }

  private void complain(IOException e) {
    log.warning("Write error saving DB on disk(" + settings.process.dir.value() + "): " + e);
  }

  /** SAVE may run while a snapshot that was given up has not noticed it yet: two names. */
  private Path temporary(String use) {
    return file().resolveSibling("temp-" + use + ProcessHandle.current().pid() + ".rdb");
  }

  private boolean syncsAlong() {
    return settings.persistence.rdbSaveIncrementalFsync.isOn();
  }

  @Override
  public long lastSaveMillis() {
    return state.lastSaveMillis();
  }

  // ---------------------------------------------------------------- saving in the background

  @Override
  public boolean isSaving() {
    return background != null;
  }

  @Override
  public boolean saveInBackground() {
    return saveInBackground(newTask());
  }

  private SnapshotTask newTask() {
    return new SnapshotTask(engine, temporary("bg-"), file(), false, syncsAlong());
  }

  private boolean saveInBackground(SnapshotTask task) {
    if (!turn.tryTake()) {
      task.drop();
      return false;
    }
    isScheduled = false;
    task.begin();
    turn.begun(task);
    background = task;
    long changes = engine.changes();
    state.began(nowMillis());
    log.notice("Background saving started by pid " + ProcessHandle.current().pid());
    writing.execute(() -> write(task, changes));
    return true;
  }

  private void write(SnapshotTask task, long changes) {
    boolean isWritten = false;
    boolean isFailed = true;
    try {
      isWritten = task.write();
      isFailed = false;
    } catch (IOException e) {
      complain(e);
    } catch (RuntimeException | Error e) {
      engine.host().fault("writing a snapshot", e);
    } finally {
      ended(task, isWritten, isFailed, changes);
      background = null;
      turn.give();
    }
  }

  private void ended(SnapshotTask task, boolean isWritten, boolean isFailed, long changes) {
    state.ended(nowMillis(), task.sideBytes());
    if (isWritten) {
      log.notice("DB saved on disk");
      log.notice("Background saving terminated with success");
      state.saved(nowMillis(), changes);
    } else if (isFailed) {
      log.warning("Background saving error");
      state.failed();
    } else {
      log.warning("Background saving terminated by signal 10");
    }
    warnClients();
  }

  @Override
  public void schedule() {
    isScheduled = true;
  }

  @Override
  public void dataFlushed() {
    SnapshotTask running = background;
    if (running != null) {
      running.abandon();
    }
    if (!settings.persistence.save.value().isEmpty()) {
      save();
    }
  }

  @Override
  public void cron() {
    long now = nowMillis();
    if (isSaving() || engine.isLoading()) {
      return;
    }
    if (isScheduled || isDue(now)) {
      saveUnderLocks();
    }
  }

  private boolean isDue(long now) {
    long changes = engine.changes() - state.savedChanges();
    for (SavePoint point : settings.persistence.save.value()) {
      if (changes >= point.changes()
          && now / 1000 - lastSaveMillis() / 1000 > point.seconds()
          && state.mayTry(now)) {
        log.notice(changes + " changes in " + point.seconds() + " seconds. Saving...");
        return true;
      }
    }
    return false;
  }

  private void saveUnderLocks() {
    SnapshotTask task = newTask();
    engine.partitions().lockAll();
    try {
      saveInBackground(task);
    } finally {
      engine.partitions().unlockAll();
    }
  }

  /** Writes are refused while the last snapshot has failed. */
  private void warnClients() {
    engine.diskError(
        settings.persistence.stopWritesOnBgsaveError.isOn()
            && !settings.persistence.save.value().isEmpty()
            && !state.isLastGood());
  }

  /**
   * Writes the file that a log begins with, while commands go on. Waits for a snapshot that is on
   * its way.
   *
   * @param atInstant runs when nothing but what the file holds has been changed yet, with every
   *     lock
   * @param isUnwanted whether it has been given up before {@link #abandonBase} could find it
   * @throws IOException where there is no such file then
   */
  public void saveBase(Path target, Runnable atInstant, BooleanSupplier isUnwanted)
      throws IOException {
    Path temporary =
        target.resolveSibling("temp-rewriteaof-bg-" + ProcessHandle.current().pid() + ".aof");
    if (!turn.take()) {
      throw new IOException("the server ends");
    }
    try {
      SnapshotTask task = new SnapshotTask(engine, temporary, target, true, syncsAlong());
      engine.partitions().lockAll();
      try {
        atInstant.run();
        task.begin();
        turn.begun(task);
        base = task;
      } finally {
        engine.partitions().unlockAll();
      }
      if (isUnwanted.getAsBoolean()) {
        task.abandon();
      }
      if (!task.write()) {
        throw new IOException("it was given up");
      }
    } finally {
      base = null;
      turn.give();
    }
  }

  /** Gives up the file that a log was to begin with. From any thread. */
  public void abandonBase() {
    SnapshotTask running = base;
    if (running != null) {
      running.abandon();
    }
  }

  @Override
  public void close() {
    endBackground();
    turn.close();
    writing.shutdown();
    if (lastChanges >= 0 && engine.changes() != lastChanges) {
      save();
    }
  }

  // ---------------------------------------------------------------- telling

  @Override
  public void writeTo(InfoWriter out) {
    LoadProgress progress = loader.progress();
    out.field("loading", progress == null ? 0 : 1).field("async_loading", 0);
    state.writeTo(out, background, engine.changes(), nowMillis());
    loader.writeTo(out);
    if (progress != null) {
      progress.writeTo(out, nowMillis());
    }
  }
}
