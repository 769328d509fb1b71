package io.jacinth.persistence;

import io.jacinth.engine.Engine;
import io.jacinth.engine.info.MemoryUse;
import io.jacinth.persistence.rdb.RdbType;
import io.jacinth.protocol.Slice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A snapshot of all data on its way into a file: fixed at one instant, written afterwards. Owned by
 * the thread that writes it, but for {@link #abandon} and what tells how far it is.
 */
final class SnapshotTask {
  private final Path temporary;
  private final Path target;
  private final boolean isLogBase;
  private final boolean syncsAlong;
  private final SaveOptions options;
  private final WalkedSave save;
  private final Engine engine;
  private int version;
  private long nowSeconds;
  private long usedBytes;
  private List<Slice> libraries = List.of();

  /**
   * Prepares a snapshot; {@link #begin} or {@link #drop} must follow.
   *
   * @param temporary the file's name until it is whole
   * @param isLogBase whether the file is the beginning of a log
   * @param syncsAlong whether it is brought to the disk as it is written
   */
  SnapshotTask(Engine engine, Path temporary, Path target, boolean isLogBase, boolean syncsAlong) {
    this.engine = engine;
    this.temporary = temporary;
    this.target = target;
    this.isLogBase = isLogBase;
    this.syncsAlong = syncsAlong;
    this.options = SaveOptions.of(engine);
    this.save = new WalkedSave(engine, options);
  }

  /**
   * Makes this the instant of the snapshot. The caller holds every lock, and no other task is on
   * its way. {@link #write} must follow.
   */
  void begin() {
    version = versionFor(engine);
    nowSeconds = engine.clock().wallClockMicros() / 1_000_000;
    usedBytes = MemoryUse.of(engine).used();
    libraries = engine.scripting().libraries().codes();
    save.begin();
  }

  /** Gives back what a snapshot takes that does not begin. */
  void drop() {
    save.drop();
  }

  /** The oldest version of the format that has room for all that there is. */
  static int versionFor(Engine engine) {
    return engine.partitions().haveExpiringElements()
        ? RdbType.NEWEST_VERSION
        : RdbType.VERSION_7_0;
  }

  /**
   * Writes the file; it has its name when this returns true. Called once.
   *
   * @return false where the task was abandoned: there is no file then
   * @throws IOException where the file cannot be written; there is none then
   */
  boolean write() throws IOException {
    try (SnapshotFile file = open();
        SnapshotWriter writer = new SnapshotWriter(file, options.hasChecksum())) {
      writer.begin(version, nowSeconds, usedBytes, isLogBase);
      writer.libraries(libraries);
      save.write(writer);
      if (save.isAbandoned()) {
        return false;
      }
      writer.end();
      file.commit();
      return true;
    } finally {
      save.finish();
    }
  }

  private SnapshotFile open() throws IOException {
    return SnapshotFile.open(temporary, target, syncsAlong);
  }

  /** Ends the task soon, without a file. From any thread. */
  void abandon() {
    save.abandon();
  }

  /** Keys that were there at the instant. */
  long keys() {
    return save.keys();
  }

  /** How many of them have been written. */
  long processed() {
    return save.processed();
  }

  /** Bytes of keys that were written before their turn because they were about to change. */
  long sideBytes() {
    return save.sideBytes();
  }
}
