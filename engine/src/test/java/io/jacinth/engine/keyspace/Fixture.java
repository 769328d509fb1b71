package io.jacinth.engine.keyspace;

import io.jacinth.engine.config.ServerSettings;
import io.jacinth.memory.ArenaChunks;
import io.jacinth.memory.ChunkSource;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Partitions in checking mode, their databases, a time that tests move and a source of memory that
 * may refuse.
 */
final class Fixture implements AutoCloseable {
  static final long START_MILLIS = 1_767_225_600_000L;

  final SplittableRandom random;
  final Partitions partitions;
  final Moment moment;
  final List<String> expired = new ArrayList<>();
  final Database[] databases;
  boolean refusesMemory;
  long nowMillis = START_MILLIS;
  private final ArenaChunks chunks = new ArenaChunks(Runnable::run);

  Fixture(long seed, int partitionCount, int databaseCount) {
    random = new SplittableRandom(seed);
    partitions =
        new Partitions(partitionCount, databaseCount, random.nextLong(), new Moody(), true);
    moment = new Moment(new Usage(random));
    Surroundings surroundings =
        new Surroundings(moment, random, new ServerSettings(1, Path.of(".")).encodings);
    databases = new Database[databaseCount];
    for (int i = 0; i < databaseCount; i++) {
      databases[i] = new Database(i, partitions, surroundings, new Listener());
    }
    advance(0);
    partitions.lockAll();
  }

  void advance(long millis) {
    nowMillis += millis;
    moment.set(nowMillis);
  }

  /** A key whose bytes are in memory of their own. */
  Key key(String name) {
    Key key = new Key();
    key.set(Slice.of(name), partitions);
    return key;
  }

  void set(int database, String name, String value, long deadlineMillis) {
    databases[database].setString(key(name), Slice.of(value), deadlineMillis, KeyEvent.SET);
  }

  /** Verifies everything while this thread holds every lock. */
  void check() {
    for (int i = 0; i < partitions.count(); i++) {
      partitions.get(i).check();
    }
  }

  @Override
  public void close() {
    refusesMemory = false;
    check();
    partitions.unlockAll();
    partitions.close();
  }

  private final class Moody implements ChunkSource {
    @Override
    public MemorySegment acquire(long bytes) {
      if (refusesMemory) {
        throw new OutOfMemoryError("refused");
      }
      return chunks.acquire(bytes);
    }

    @Override
    public void release(MemorySegment chunk) {
      chunks.release(chunk);
    }
  }

  private final class Listener implements Effects {
    @Override
    public void changed(Database database, Key key, KeyEvent event, long changes) {}

    @Override
    public void expired(Database database, Key key) {
      expired.add(new String(key.bytes().toBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public void flushed(Database database, long count) {}

    @Override
    public void flushedAll(long count) {}

    @Override
    public void swapped(Database first, Database second) {}

    @Override
    public void hit() {}

    @Override
    public void missed(Database database, Key key, boolean isQuiet) {}
  }
}
