package io.jacinth.persistence;

import io.jacinth.engine.Clock;
import io.jacinth.engine.Engine;
import io.jacinth.engine.keyspace.LargeWalk;
import io.jacinth.engine.keyspace.Partition;
import io.jacinth.engine.keyspace.PartitionLock;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.keyspace.SnapshotSink;
import io.jacinth.engine.keyspace.SnapshotWalk;
import io.jacinth.engine.keyspace.StoredValue;
import io.jacinth.engine.value.ElementSink;
import io.jacinth.persistence.rdb.RdbOutput;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of one instant, written by a thread of its own while commands go on. The thread takes
 * a partition's lock for a fraction of a millisecond, writes keys into a buffer, gives the lock
 * back and writes the buffer to the file. A key that is about to change before the walk has come to
 * it is written into its partition's {@link SideRecords} by whoever changes it.
 *
 * <p>{@link #begin} is called under every lock, {@link #write} then once by the thread.
 */
final class WalkedSave implements SnapshotSink {
  private static final long STEP_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

  /** So much is written to the file at a time. */
  private static final long STEP_BYTES = 64 << 10;

  /** Where a partition has so much besides the walk, it is fetched before the walk comes there. */
  private static final long MUCH_BYTES = 64 << 10;

  /** How often that is looked for. */
  private static final int STEPS_A_ROUND = 16;

  private final Engine engine;
  private final Partitions partitions;
  private final Clock clock;
  private final SnapshotWalk walk;
  private final SideRecords[] side;
  private final RecordPool pool;
  private final Pace pace;
  private final long[] keys;
  private final long[] deadlines;
  private final boolean[] isNamed;
  private final AtomicLong sideBytes = new AtomicLong();
  private final RecordWriter records;
  private final SaveOptions options;
  private final AtomicLong processed = new AtomicLong();
  private volatile boolean isAbandoned;

  /** Somebody waited for the lock at the end of the last step. */
  private boolean isAwaited;

  /** Keys of {@link #database} that are not in the file yet. */
  private long unwritten;

  /** What {@link #sideBytes} was when that was last looked at. */
  private long sideBytesSeen;

  private int database;
  private long keysInAll;

  WalkedSave(Engine engine, SaveOptions options) {
    this.engine = engine;
    this.partitions = engine.partitions();
    this.clock = engine.clock();
    this.options = options;
    this.walk = new SnapshotWalk(partitions, engine.settings().encodings, this);
    this.pool = new RecordPool(options);
    this.pace = new Pace(clock);
    this.side = new SideRecords[partitions.count()];
    for (int i = 0; i < side.length; i++) {
      side[i] = new SideRecords(partitions.databases(), pool);
    }
    this.keys = new long[partitions.databases()];
    this.deadlines = new long[partitions.databases()];
    this.isNamed = new boolean[partitions.databases()];
    this.records = new RecordWriter(new RdbOutput(options.compresses(), 2 * STEP_BYTES), options);
  }

  /** Makes this the instant. The caller holds every lock. */
  void begin() {
    for (int i = 0; i < keys.length; i++) {
      keys[i] = partitions.size(i);
      deadlines[i] = partitions.deadlines(i);
      keysInAll += keys[i];
    }
    walk.begin();
  }

  /** Gives memory back without having begun. */
  void drop() {
    records.out().close();
  }

  /** Nothing more is written; {@link #write} comes to its end soon. From any thread. */
  void abandon() {
    walk.abandon();
    isAbandoned = true;
  }

  boolean isAbandoned() {
    return isAbandoned;
  }

  /** Keys that were there at the instant. */
  long keys() {
    return keysInAll;
  }

  /** How many of them the walk has written. */
  long processed() {
    return processed.get();
  }

  /** Bytes of keys that had to be written because they were about to change. */
  long sideBytes() {
    return sideBytes.get();
  }

  // ---------------------------------------------------------------- the sink, under locks

  @Override
  public void entry(int newDatabase, StoredValue value) {
    database = newDatabase;
    records.write(value);
    unwritten++;
  }

  @Override
  public void preserved(int partition, int ofDatabase, StoredValue value) {
    SideRecords own = side[partition];
    long before = own.roughBytes();
    own.add(ofDatabase, value);
    sideBytes.addAndGet(own.roughBytes() - before);
  }

  @Override
  public ElementSink large(int ofDatabase, StoredValue value) {
    return new LargeRecord(ofDatabase, value, options);
  }

  @Override
  public boolean hasRoom() {
    return records.out().length() < STEP_BYTES
        && engine.settings().persistence.rdbKeySaveDelay.value() == 0;
  }

  // ---------------------------------------------------------------- the thread

  /**
   * Goes through everything and writes it; {@link #finish} must follow, come what may.
   *
   * @throws IllegalStateException where other keys were found than were there at the instant: the
   *     file is worth nothing
   */
  void write(SnapshotWriter file) throws IOException {
    int steps = 0;
    while (!walk.isDone()) {
      LargeWalk large = walk.nextLarge();
      if (large != null) {
        write(large, file);
      } else {
        step(file);
      }
      if (++steps % STEPS_A_ROUND == 0) {
        fetchMuch(file);
      }
    }
    long found = processed.get();
    for (int i = 0; i < side.length; i++) {
      fetch(i, file);
      found += side[i].keys();
    }
    if (found != keysInAll && !isAbandoned) {
      throw new IllegalStateException(found + " keys were saved, there were " + keysInAll);
    }
  }

  /** Goes through what {@link #write} has left out, without writing it, and gives memory back. */
  void finish() {
    walk.abandon();
    while (!walk.isThrough()) {
      stepUnderLock();
    }
    for (LargeWalk left = walk.nextLarge(); left != null; left = walk.nextLarge()) {
      end(left);
    }
    for (int i = 0; i < side.length; i++) {
      Partition partition = partitions.get(i);
      partition.lock().lock();
      try {
        side[i].close();
      } finally {
        partition.lock().unlock();
      }
    }
    pool.close();
    records.out().close();
  }

  /** Writes a large collection: its record is the next in the file until it is whole. */
  private void write(LargeWalk large, SnapshotWriter file) throws IOException {
    LargeRecord record = (LargeRecord) large.sink();
    try {
      name(record.database(), file);
      while (!isAbandoned && !step(large, file)) {}
      file.write(record.take());
      file.write(record.tail());
      processed.incrementAndGet();
    } finally {
      end(large);
    }
  }

  /** True at the end. */
  private boolean step(LargeWalk large, SnapshotWriter file) throws IOException {
    boolean isLast;
    pace.begin();
    PartitionLock lock = large.partition().lock();
    lock.lock();
    try {
      isLast = large.step(clock, STEP_NANOS);
      isAwaited = lock.isAwaited();
    } finally {
      lock.unlock();
    }
    file.write(((LargeRecord) large.sink()).take());
    pace.end(isSignOfClients());
    return isLast;
  }

  /** Whether commands go on while the snapshot is written. */
  private boolean isSignOfClients() {
    long before = sideBytesSeen;
    sideBytesSeen = sideBytes();
    return isAwaited || sideBytesSeen != before;
  }

  private void end(LargeWalk large) {
    large.partition().lock().lock();
    try {
      large.end();
      ((LargeRecord) large.sink()).close();
    } finally {
      large.partition().lock().unlock();
    }
  }

  /** True where a database is through in a partition. */
  private boolean stepUnderLock() {
    PartitionLock lock = walk.partition().lock();
    lock.lock();
    try {
      boolean isLast = walk.step(clock, STEP_NANOS);
      isAwaited = lock.isAwaited();
      return isLast;
    } finally {
      lock.unlock();
    }
  }

  private void step(SnapshotWriter file) throws IOException {
    int partition = walk.partition().number();
    pace.begin();
    boolean isLast = stepUnderLock();
    if (isLast || !hasRoom()) {
      writeOut(file);
    }
    if (isLast && side[partition].roughBytes() > 0) {
      fetch(partition, file);
    }
    pace.end(isSignOfClients());
  }

  private void writeOut(SnapshotWriter file) throws IOException {
    long count = unwritten;
    if (count > 0 && !isAbandoned) {
      name(database, file);
      file.write(records.out());
      processed.addAndGet(count);
    }
    records.out().clear();
    unwritten = 0;
    delay(count);
  }

  private void fetchMuch(SnapshotWriter file) throws IOException {
    for (int i = 0; i < side.length; i++) {
      if (side[i].roughBytes() > MUCH_BYTES) {
        fetch(i, file);
      }
    }
  }

  /** Writes what a partition's keys have left here on their way to change. */
  private void fetch(int number, SnapshotWriter file) throws IOException {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] > 0) {
        RecordWriter taken = take(number, i);
        if (taken != null) {
          try {
            if (!isAbandoned) {
              name(i, file);
              file.write(taken.out());
            }
          } finally {
            pool.give(taken);
          }
        }
      }
    }
  }

  private @Nullable RecordWriter take(int number, int ofDatabase) {
    Partition partition = partitions.get(number);
    partition.lock().lock();
    try {
      return side[number].take(ofDatabase);
    } finally {
      partition.lock().unlock();
    }
  }

  private void name(int index, SnapshotWriter file) throws IOException {
    file.database(index);
    if (!isNamed[index]) {
      isNamed[index] = true;
      file.sizes(keys[index], deadlines[index]);
    }
  }

  /** {@code rdb-key-save-delay}: so many microseconds for each key. */
  private void delay(long count) {
    long micros = engine.settings().persistence.rdbKeySaveDelay.value() * count;
    long left = TimeUnit.MICROSECONDS.toNanos(micros);
    while (left > 0 && !isAbandoned) {
      long pause = Math.min(left, TimeUnit.MILLISECONDS.toNanos(10));
      LockSupport.parkNanos(pause);
      left -= pause;
    }
  }
}
