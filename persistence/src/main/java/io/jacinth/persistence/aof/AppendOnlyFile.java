package io.jacinth.persistence.aof;

import io.jacinth.engine.AppendLog;
import io.jacinth.engine.Engine;
import io.jacinth.engine.admission.Admission;
import io.jacinth.engine.config.PersistenceSettings;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.info.InfoWriter;
import io.jacinth.engine.log.ServerLog;
import io.jacinth.engine.observe.LatencyMonitor;
import io.jacinth.engine.propagation.Propagation;
import io.jacinth.engine.propagation.PropagationLog;
import io.jacinth.persistence.RdbSnapshots;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The log of all changes on disk. Its files are changed by the writer's thread and, one rewrite at
 * a time, by a thread of its own; what both know is guarded by this object's monitor, which is
 * never held while a partition's lock is waited for.
 */
public final class AppendOnlyFile implements AppendLog {
  private static final String RDB_MAGIC = "REDIS";
  private static final long ROTATION_POLL_MILLIS = 100;
  private static final int FAILURES_UNTIL_DELAY = 3;
  private static final long MOST_DELAY_MINUTES = 60;

  private final Engine engine;
  private final ServerLog log;
  private final PersistenceSettings settings;
  private final PropagationLog changes;
  private final Propagation marker;
  private final ExecutorService rewriting =
      Executors.newSingleThreadExecutor(
          work -> Thread.ofPlatform().daemon().name("jacinth-aof-rewrite").unstarted(work));
  private final AtomicBoolean isRewriting = new AtomicBoolean();
  private final Runnable onDurable;

  /** Completed once the writer goes on in another file, behind the last mark. */
  private volatile CompletableFuture<@Nullable Void> rotated =
      CompletableFuture.completedFuture(null);

  private final SyncLag lag;

  /** Clients wait for a disk that is late, whatever the policy. */
  private volatile boolean isLate;

  private long lateSinceNanos;

  private AofManifest manifest = AofManifest.empty();
  private @Nullable AofWriter writer;
  private volatile @Nullable String trouble;
  private volatile boolean isClosed;
  private volatile long baseBytes;
  private volatile long rewriteBaseBytes;
  private volatile boolean lastRewriteWorked = true;
  private volatile long lastRewriteSeconds = -1;
  private volatile long rewriteStartedMillis;
  private volatile long nextAutomaticMillis;

  /** The log was switched off: the rewrite under way is to end. */
  private volatile boolean isUnwanted;

  private final AtomicLong rewrites = new AtomicLong();
  private final AtomicLong failedRewrites = new AtomicLong();
  private final AtomicLong delayedSyncs = new AtomicLong();

  /**
   * @param onDurable is told, on the writer's thread, that more is on the disk
   */
  public AppendOnlyFile(Engine engine, ServerLog log, Runnable onDurable) {
    this.engine = engine;
    this.log = log;
    this.settings = engine.settings().persistence;
    this.changes = engine.propagation();
    this.lag = new SyncLag(changes);
    this.marker = new Propagation(changes);
    this.onDurable = onDurable;
    settings.appendonly.onChange(this::turnSoon);
    settings.appendfsync.onChange(this::synchronize);
    settings.aofDisableAutoGc.onChange(() -> rewriting.execute(this::removeKept));
  }

  private Path directory() {
    return engine.settings().process.resolve(settings.appenddirname.value());
  }

  private String stem() {
    return settings.appendfilename.value();
  }

  private Path manifestFile() {
    return directory().resolve(stem() + ".manifest");
  }

  private RdbSnapshots snapshots() {
    return (RdbSnapshots) engine.snapshots();
  }

  private AofWriter.Policy policy() {
    return switch (settings.appendfsync.value()) {
      case "always" -> AofWriter.Policy.ALWAYS;
      case "no" -> AofWriter.Policy.NEVER;
      default ->
          settings.noAppendfsyncOnRewrite.isOn() && isRewriting.get()
              ? AofWriter.Policy.NEVER
              : AofWriter.Policy.EVERY_SECOND;
    };
  }

  private void synchronize() {
    changes.synchronous(writer != null && (isLate || policy() == AofWriter.Policy.ALWAYS));
    onDurable.run();
  }

  /**
   * With {@code everysec}, clients are answered before the disk has what they wrote, unless the
   * disk is late: then they wait for it, as they do for Redis's thread. Where nothing can be
   * written at all, writes are refused instead.
   */
  @Override
  public void cron() {
    boolean mayBeLate =
        changes.isOn() && trouble == null && policy() == AofWriter.Policy.EVERY_SECOND;
    if (!mayBeLate) {
      lag.clear();
    }
    boolean newIsLate = mayBeLate && lag.isLate(engine.clock().nanoTime());
    if (newIsLate != isLate) {
      isLate = newIsLate;
      if (isLate) {
        lateSinceNanos = engine.clock().nanoTime();
        delayedSyncs.incrementAndGet();
        log.notice("The disk is late with the AOF (is it busy?). Clients wait for it.");
      } else {
        long nanos = engine.clock().nanoTime() - lateSinceNanos;
        engine.observation().latency().sampleNanos(LatencyMonitor.AOF_WRITE_PENDING_FSYNC, nanos);
      }
      synchronize();
    }
  }

  // ---------------------------------------------------------------- start

  @Override
  public void open() throws IOException {
    if (!settings.appendonly.isOn()) {
      snapshots().load();
      return;
    }
    Files.createDirectories(directory());
    readManifest();
    load();
    synchronized (this) {
      prepareFiles();
      start();
    }
    engine.partitions().lockAll();
    try {
      changes.turn(true);
    } finally {
      engine.partitions().unlockAll();
    }
  }

  @Override
  public void reload() throws IOException {
    if (!isRewriting.compareAndSet(false, true)) {
      throw new CommandException("ERR Background append only file rewriting already in progress");
    }
    boolean wasOn = changes.isOn();
    try {
      changes.turn(false);
      stopWriter();
      engine.partitions().clear();
      readAgain();
      if (wasOn) {
        restart();
      }
    } finally {
      isRewriting.set(false);
    }
  }

  private void readAgain() throws IOException {
    engine.loading(true);
    engine.partitions().unlockAll();
    try {
      readManifest();
      load();
    } finally {
      engine.partitions().lockAll();
      engine.loading(false);
    }
  }

  private void restart() throws IOException {
    synchronized (this) {
      start();
    }
    changes.turn(true);
  }

  private synchronized void readManifest() throws IOException {
    Path old = engine.settings().process.resolve(stem());
    if (Files.exists(manifestFile())) {
      try {
        manifest = AofManifest.read(manifestFile());
      } catch (AofException e) {
        throw fatal("*** FATAL AOF MANIFEST FILE ERROR *** " + e.getMessage());
      }
      if (isHalfUpgraded() && Files.exists(old)) {
        moveOld(old);
      }
    } else if (Files.exists(old)) {
      upgrade(old);
    }
  }

  /** Whether the manifest names the one file of old, which has not been moved to it yet. */
  private boolean isHalfUpgraded() {
    AofManifest.Part base = manifest.base();
    return base != null
        && base.name().equals(stem())
        && manifest.incremental().isEmpty()
        && manifest.history().isEmpty()
        && !Files.exists(directory().resolve(stem()));
  }

  /** The one file of Redis before 7 becomes the base of a log of several. */
  private void upgrade(Path old) throws IOException {
    AofManifest.Part base = new AofManifest.Part(stem(), 1, 'b');
    manifest = AofManifest.empty().rebased(base, 0);
    manifest.write(manifestFile());
    moveOld(old);
  }

  private void moveOld(Path old) throws IOException {
    Files.move(old, directory().resolve(stem()), StandardCopyOption.ATOMIC_MOVE);
    AofManifest.syncDirectory(manifestFile());
    log.notice("Successfully migrated an old-style AOF configuration (" + stem() + ")");
  }

  private void load() throws IOException {
    List<AofManifest.Part> parts = manifest.parts();
    long started = engine.clock().nanoTime();
    try (AofReplay replay = new AofReplay(engine)) {
      for (AofManifest.Part part : parts) {
        load(replay, directory().resolve(part.name()), part.equals(parts.getLast()));
      }
    }
    if (!parts.isEmpty()) {
      log.notice(
          "DB loaded from append only file: %.3f seconds"
              .formatted((engine.clock().nanoTime() - started) / 1e9));
    }
  }

  private void load(AofReplay replay, Path file, boolean isLast) throws IOException {
    if (!Files.exists(file)) {
      throw fatal(
          "Unable to obtain the AOF file "
              + file.getFileName()
              + " length. stat: No such file or directory");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long from = isRdb(channel) ? snapshots().loadBase(file, channel) : 0;
      AofReplay.End end = replay.run(file, channel, from, at -> {});
      if (end.isTruncated()) {
        truncated(file, end.wholeBytes(), isLast);
      }
    } catch (AofException e) {
      throw fatal(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isRdb(FileChannel channel) throws IOException {
    ByteBuffer magic = ByteBuffer.allocate(RDB_MAGIC.length());
    channel.read(magic, 0);
    return new String(magic.array(), StandardCharsets.US_ASCII).equals(RDB_MAGIC);
  }

  private void truncated(Path file, long wholeBytes, boolean isLast) throws IOException {
    if (!isLast || !settings.aofLoadTruncated.isOn()) {
      throw fatal(
          "Unexpected end of file reading the append only file "
              + file
              + " at offset "
              + wholeBytes
              + ". You can: 1) Make a backup of your AOF file, then use ./jacinth-check-aof --fix"
              + " <filename.manifest>. 2) Alternatively you can set the 'aof-load-truncated'"
              + " configuration option to yes and restart the server.");
    }
    log.warning("!!! Warning: short read while loading the AOF file " + file + "!!!");
    log.warning("AOF loaded anyway because aof-load-truncated is enabled");
    log.warning("Truncating the AOF at offset " + wholeBytes);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(wholeBytes);
      channel.force(true);
    }
  }

  private AofException fatal(String message) {
    log.warning(message);
    return new AofException(message);
  }

  /** Makes the first base, of what is there now, and the first incremental file. */
  private void prepareFiles() throws IOException {
    AofManifest next = manifest;
    if (next.base() == null && next.incremental().isEmpty()) {
      AofManifest.Part base = next.nextBase(stem(), isSnapshot());
      log.notice("Creating AOF base file " + base.name() + " on server start");
      saveBase(base, () -> {});
      next = next.rebased(base, 0);
    }
    if (next.incremental().isEmpty()) {
      AofManifest.Part part = next.nextIncremental(stem());
      log.notice("Creating AOF incr file " + part.name() + " on server start");
      Files.write(directory().resolve(part.name()), new byte[0]);
      next = next.with(part);
    }
    if (!next.equals(manifest)) {
      next.write(manifestFile());
      manifest = next;
    }
    removeHistory();
    AofManifest.Part base = manifest.base();
    baseBytes = base == null ? 0 : Files.size(directory().resolve(base.name()));
    rewriteBaseBytes = size();
  }

  private void start() throws IOException {
    AofWriter next =
        new AofWriter(
            changes,
            engine.clock(),
            log,
            this::policy,
            settings.aofTimestampEnabled::isOn,
            file -> FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            new Progress());
    next.open(directory().resolve(manifest.incremental().getLast().name()));
    writer = next;
    synchronize();
    next.start();
  }

  /** What the writer tells. */
  private final class Progress implements AofWriter.Listener {
    private static final long SLOW_NANOS = 2_000_000_000L;

    @Override
    public Path nextFile() throws IOException {
      synchronized (AppendOnlyFile.this) {
        AofManifest.Part part = manifest.nextIncremental(stem());
        AofManifest next = manifest.with(part);
        Files.write(directory().resolve(part.name()), new byte[0]);
        next.write(manifestFile());
        manifest = next;
        rotated.complete(null);
        return directory().resolve(part.name());
      }
    }

    @Override
    public void trouble(@Nullable String reason) {
      trouble = reason == null ? null : "MISCONF Errors writing to the AOF file: " + reason;
      engine.unusual(Admission.LOG_TROUBLE, reason != null);
      onDurable.run();
    }

    @Override
    public void durable() {
      onDurable.run();
      rewriteIfDue();
    }

    @Override
    public void newBaseNeeded() {
      if (!isClosed && isRewriting.compareAndSet(false, true)) {
        log.warning("What the disk has of the AOF is not known: writing a new base");
        begin();
      }
    }

    @Override
    public void wrote(long nanos) {
      engine.observation().latency().sampleNanos(LatencyMonitor.AOF_WRITE, nanos);
    }

    @Override
    public void synced(long nanos) {
      if (settings.appendfsync.value().equals("always")) {
        engine.observation().latency().sampleNanos(LatencyMonitor.AOF_FSYNC_ALWAYS, nanos);
      }
      if (nanos > SLOW_NANOS) {
        delayedSyncs.incrementAndGet();
        log.notice(
            "Asynchronous AOF fsync is taking too long (disk is busy?). It took "
                + TimeUnit.NANOSECONDS.toMillis(nanos)
                + " ms.");
      }
    }
  }

  private synchronized long size() {
    AofWriter current = writer;
    long sum = baseBytes;
    List<AofManifest.Part> parts = manifest.incremental();
    for (int i = 0; i < parts.size(); i++) {
      sum +=
          current != null && i == parts.size() - 1
              ? current.fileBytes()
              : directory().resolve(parts.get(i).name()).toFile().length();
    }
    return sum;
  }

  // ---------------------------------------------------------------- rewriting

  @Override
  public String rewrite() {
    if (!isRewriting.compareAndSet(false, true)) {
      throw new CommandException("ERR Background append only file rewriting already in progress");
    }
    begin();
    return snapshots().isSaving()
        ? "Background append only file rewriting scheduled"
        : "Background append only file rewriting started";
  }

  /** Whether a rewrite waits for a snapshot to end. */
  private boolean isWaiting() {
    return isRewriting.get() && snapshots().isSaving();
  }

  private void begin() {
    isUnwanted = false;
    rewriteStartedMillis = nowMillis();
    rewriting.execute(this::rewriteNow);
  }

  private long nowMillis() {
    return engine.clock().wallClockMicros() / 1000;
  }

  private void rewriteIfDue() {
    long percent = settings.autoAofRewritePercentage.value();
    if (percent == 0 || isRewriting.get() || nowMillis() < nextAutomaticMillis) {
      return;
    }
    long size = size();
    long base = Math.max(rewriteBaseBytes, 1);
    if (size > settings.autoAofRewriteMinSize.value()) {
      long growth = size * 100 / base - 100;
      if (growth >= percent && isRewriting.compareAndSet(false, true)) {
        log.notice("Starting automatic rewriting of AOF on " + growth + "% growth");
        begin();
      }
    }
  }

  /** Whether a base is to be a snapshot; else it is commands, as in Redis before 4.0. */
  private boolean isSnapshot() {
    return settings.aofUseRdbPreamble.isOn();
  }

  private void saveBase(AofManifest.Part base, Runnable atInstant) throws IOException {
    Path target = directory().resolve(base.name());
    if (base.isSnapshot()) {
      snapshots().saveBase(target, atInstant, () -> isUnwanted);
      return;
    }
    Path snapshot = directory().resolve("temp-" + base.name() + ".rdb");
    Path commands = directory().resolve("temp-" + base.name());
    try {
      snapshots().saveBase(snapshot, atInstant, () -> isUnwanted);
      long stampSeconds = settings.aofTimestampEnabled.isOn() ? nowMillis() / 1000 : -1;
      BaseCommands.convert(snapshot, commands, stampSeconds);
      Files.move(commands, target, StandardCopyOption.ATOMIC_MOVE);
      AofManifest.syncDirectory(target);
    } finally {
      Files.deleteIfExists(snapshot);
      Files.deleteIfExists(commands);
    }
  }

  private void rewriteNow() {
    try {
      Files.createDirectories(directory());
      AofManifest.Part base;
      long firstIncremental;
      synchronized (this) {
        base = manifest.nextBase(stem(), isSnapshot());
        firstIncremental = manifest.nextIncremental(stem()).sequence();
      }
      saveBase(base, this::mark);
      awaitRotation();
      refuseUnwanted();
      synchronized (this) {
        AofManifest next = manifest.rebased(base, firstIncremental);
        next.write(manifestFile());
        manifest = next;
        removeHistory();
        baseBytes = Files.size(directory().resolve(base.name()));
        rewriteBaseBytes = size();
        AofWriter current = writer;
        if (current != null) {
          current.baseWritten();
        }
      }
      rewrites.incrementAndGet();
      failedRewrites.set(0);
      nextAutomaticMillis = 0;
      lastRewriteWorked = true;
      log.notice("Background AOF rewrite finished successfully");
    } catch (IOException | RuntimeException e) {
      failed("Background AOF rewrite failed: ", e);
    } finally {
      lastRewriteSeconds = (nowMillis() - rewriteStartedMillis) / 1000;
      isRewriting.set(false);
    }
  }

  /** Waits for the writer to go on behind the mark: for ever, if need be, while a log is wanted. */
  private void awaitRotation() throws IOException {
    while (true) {
      try {
        rotated.get(ROTATION_POLL_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        if (isUnwanted || isClosed) {
          throw new IOException("the log was switched off meanwhile", e);
        }
      } catch (InterruptedException | ExecutionException e) {
        throw new IOException(e);
      }
    }
  }

  /**
   * Rewrites that fail again and again are begun by themselves less and less often, as in Redis.
   */
  private void failed(String what, Exception cause) {
    if (isUnwanted) {
      log.notice("Background AOF rewrite ended: the log was switched off");
      return;
    }
    log.warning(what + cause);
    lastRewriteWorked = false;
    long further = failedRewrites.incrementAndGet() - FAILURES_UNTIL_DELAY;
    if (further >= 0) {
      long minutes = Math.min(1L << Math.min(further, MOST_DELAY_MINUTES), MOST_DELAY_MINUTES);
      nextAutomaticMillis = nowMillis() + TimeUnit.MINUTES.toMillis(minutes);
    }
  }

  private void refuseUnwanted() throws IOException {
    if (isUnwanted) {
      throw new IOException("the log was switched off meanwhile");
    }
  }

  /** At the snapshot's instant: what follows goes to another file. */
  private void mark() {
    if (changes.isOn()) {
      rotated = new CompletableFuture<>();
      changes.mark(marker);
    } else {
      rotated = CompletableFuture.completedFuture(null);
    }
  }

  /** Removes, once that is wanted again, what was kept meanwhile. */
  private synchronized void removeKept() {
    try {
      removeHistory();
    } catch (IOException e) {
      log.warning("Old files of the AOF cannot be removed: " + e.getMessage());
    }
  }

  private void removeHistory() throws IOException {
    if (settings.aofDisableAutoGc.isOn() || manifest.history().isEmpty()) {
      return;
    }
    for (AofManifest.Part part : manifest.history()) {
      Files.deleteIfExists(directory().resolve(part.name()));
    }
    manifest = manifest.withoutHistory();
    manifest.write(manifestFile());
  }

  // ---------------------------------------------------------------- on and off

  /** {@code CONFIG SET appendonly}; to switch the log on is to rewrite it. */
  private void turnSoon() {
    boolean isWanted = settings.appendonly.isOn();
    boolean isRewrite = isWanted && isRewriting.compareAndSet(false, true);
    if (isRewrite) {
      isUnwanted = false;
      rewriteStartedMillis = nowMillis();
    } else if (!isWanted) {
      endRewrite();
    }
    rewriting.execute(
        () -> {
          turn();
          if (isRewrite) {
            isRewriting.set(false);
          }
        });
  }

  private void endRewrite() {
    isUnwanted = true;
    if (isRewriting.get()) {
      log.notice("Killing running AOF rewrite child: " + ProcessHandle.current().pid());
      snapshots().abandonBase();
    }
  }

  /** On the rewriting thread. */
  private void turn() {
    boolean isWanted = settings.appendonly.isOn();
    if (isWanted == changes.isOn() || isClosed) {
      return;
    }
    try {
      if (isWanted) {
        turnOn();
      } else {
        turnOff();
      }
    } catch (IOException e) {
      failed("The append only file cannot be switched on: ", e);
    }
  }

  private void turnOn() throws IOException {
    Files.createDirectories(directory());
    AofManifest before;
    AofManifest.Part base;
    AofManifest.Part first;
    synchronized (this) {
      if (Files.exists(manifestFile())) {
        manifest = AofManifest.read(manifestFile());
      }
      before = manifest;
      base = manifest.nextBase(stem(), isSnapshot());
      first = manifest.nextIncremental(stem());
      Files.write(directory().resolve(first.name()), new byte[0]);
      manifest = manifest.with(first);
      start();
    }
    try {
      saveBase(base, () -> changes.turn(true));
      synchronized (this) {
        AofManifest next = manifest.rebased(base, first.sequence());
        next.write(manifestFile());
        manifest = next;
        removeHistory();
        baseBytes = Files.size(directory().resolve(base.name()));
        rewriteBaseBytes = size();
      }
      rewrites.incrementAndGet();
    } catch (IOException e) {
      turnOff();
      synchronized (this) {
        manifest = before;
        Files.deleteIfExists(directory().resolve(first.name()));
      }
      throw e;
    }
  }

  private void turnOff() {
    engine.partitions().lockAll();
    try {
      changes.turn(false);
    } finally {
      engine.partitions().unlockAll();
    }
    stopWriter();
  }

  private void stopWriter() {
    AofWriter last;
    synchronized (this) {
      last = writer;
      writer = null;
    }
    if (last != null) {
      last.close();
    }
    onDurable.run();
  }

  @Override
  public void close() {
    isClosed = true;
    rewriting.shutdown();
    stopWriter();
  }

  // ---------------------------------------------------------------- telling

  @Override
  public @Nullable String trouble() {
    return trouble;
  }

  @Override
  public void writeTo(InfoWriter out) {
    boolean waits = isWaiting();
    boolean isBusy = isRewriting.get() && !waits;
    long seconds = (nowMillis() - rewriteStartedMillis) / 1000;
    out.field("aof_enabled", changes.isOn() ? 1 : 0)
        .field("aof_rewrite_in_progress", isBusy ? 1 : 0)
        .field("aof_rewrite_scheduled", waits ? 1 : 0)
        .field("aof_last_rewrite_time_sec", lastRewriteSeconds)
        .field("aof_current_rewrite_time_sec", isBusy ? seconds : -1)
        .field("aof_last_bgrewrite_status", lastRewriteWorked ? "ok" : "err")
        .field("aof_rewrites", rewrites.get())
        .field("aof_rewrites_consecutive_failures", failedRewrites.get())
        .field("aof_last_write_status", trouble == null ? "ok" : "err")
        .field("aof_last_cow_size", 0)
        .field("module_fork_in_progress", 0)
        .field("module_fork_last_cow_size", 0);
    if (changes.isOn()) {
      out.field("aof_current_size", size())
          .field("aof_base_size", rewriteBaseBytes)
          .field("aof_pending_rewrite", 0)
          .field("aof_buffer_length", changes.waitingBytes())
          .field("aof_pending_bio_fsync", 0)
          .field("aof_delayed_fsync", delayedSyncs.get());
    }
  }
}
