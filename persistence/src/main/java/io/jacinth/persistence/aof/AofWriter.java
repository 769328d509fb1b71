package io.jacinth.persistence.aof;

import io.jacinth.engine.Clock;
import io.jacinth.engine.Uninterruptibly;
import io.jacinth.engine.log.ServerLog;
import io.jacinth.engine.propagation.PropagationLog;
import io.jacinth.engine.propagation.Record;
import io.jacinth.protocol.Decimals;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes the log's newest file: takes what workers have written down, in order,
 * and brings it to the disk as often as {@code appendfsync} says. Event loops never wait for it;
 * with {@code always} they hold replies back until it has synced ({@link
 * PropagationLog#delaysReplies}).
 *
 * <p>What cannot be written is tried again each second, from where the file was whole; meanwhile
 * writes are refused, and the replies of those who have written go on waiting. After a sync that
 * failed nobody knows what of the file has reached the disk, and a later sync that works tells
 * nothing of it (<a href="https://www.usenix.org/conference/atc20/presentation/rebello">Rebello et
 * al., Can Applications Recover from fsync Failures?</a>, 2020): the file is given up, and the
 * trouble lasts until all data stands in a new base and the log goes on in another file.
 */
final class AofWriter implements PropagationLog.Reader {
  /** How often the disk is synced. */
  enum Policy {
    ALWAYS,
    EVERY_SECOND,
    NEVER
  }

  /** Opens the files: the system's, or a test's that fail. */
  interface Disk {
    FileChannel open(Path file) throws IOException;
  }

  /** What the log's owner is told, on the writer's thread. */
  interface Listener {
    /** The mark has been reached; answers the file that what follows goes to. */
    Path nextFile() throws IOException;

    /** Writing fails, or works again (null). */
    void trouble(@Nullable String reason);

    /** Everything read so far is on the disk. */
    void durable();

    /**
     * What the file holds may be lost: a new base is needed. Told each second until it is there.
     */
    void newBaseNeeded();

    /** A write took so long. */
    void wrote(long nanos);

    /** A sync took so long. */
    void synced(long nanos);
  }

  private static final int OUT_BYTES = 1 << 20;
  private static final long READ_BYTES = 1 << 20;
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** The longest that a sync waits for more to carry, where syncs take longer than twice that. */
  private static final long MOST_GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int NUMBER_BYTES = 32;
  private static final byte[] MULTI = ascii("*1\r\n$5\r\nMULTI\r\n");
  private static final byte[] EXEC = ascii("*1\r\n$4\r\nEXEC\r\n");

  private final PropagationLog log;
  private final Clock clock;
  private final ServerLog serverLog;
  private final Supplier<Policy> policy;
  private final Supplier<Boolean> timestamps;
  private final Disk disk;
  private final Listener listener;
  private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private final MemorySegment out = Arena.ofAuto().allocate(OUT_BYTES + NUMBER_BYTES, 8);
  private final ByteBuffer outView = out.asByteBuffer();
  private int used;
  private @Nullable FileChannel channel;
  private int database = -1;
  private boolean isGroup;
  private long lastStampSeconds;
  private long lastSyncNanos;
  private long usualSyncNanos;

  /**
   * How many groups the next sync may carry: as many as wait now, when each client that this one
   * lets go writes again.
   */
  private long expected;

  private long lastAskNanos;
  private boolean isUnsynced;
  private boolean hasTrouble;
  private boolean isMarked;

  /** A sync has failed, and no base has been written since. */
  private boolean isLost;

  /** The file was begun after the sync that failed. */
  private boolean isBegunAfterLoss;

  private volatile long fileBytes;
  private volatile boolean isClosing;

  AofWriter(
      PropagationLog log,
      Clock clock,
      ServerLog serverLog,
      Supplier<Policy> policy,
      Supplier<Boolean> timestamps,
      Disk disk,
      Listener listener) {
    this.log = log;
    this.clock = clock;
    this.serverLog = serverLog;
    this.policy = policy;
    this.timestamps = timestamps;
    this.disk = disk;
    this.listener = listener;
    this.lastSyncNanos = clock.nanoTime();
    this.thread = Thread.ofPlatform().daemon().name("jacinth-aof").unstarted(this::run);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  void start() {
    thread.start();
  }

  /** Bytes of the file that is being written. */
  long fileBytes() {
    return fileBytes;
  }

  /** Does something on the writer's thread, between two groups. */
  void execute(Runnable task) {
    tasks.add(task);
    log.wake();
  }

  /** Writes and syncs what is left, and ends. */
  void close() {
    isClosing = true;
    log.wake();
    Uninterruptibly.join(thread);
  }

  // ---------------------------------------------------------------- the thread

  private void run() {
    while (true) {
      boolean isLast = isClosing;
      for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
        task.run();
      }
      if (!step() && isLast) {
        end();
        return;
      }
    }
  }

  /** Writes what is there; false where that was nothing. */
  private boolean step() {
    try {
      long bytes = isMarked ? 0 : log.read(this, READ_BYTES);
      flush();
      if (isMarked) {
        next();
      }
      syncIfDue(bytes);
      if (hasTrouble && !isLost) {
        hasTrouble = false;
        log.stuck(false);
        listener.trouble(null);
      }
      askForBase();
      if (!isClosing) {
        await(bytes > 0);
      }
      return bytes > 0 || used > 0;
    } catch (IOException e) {
      failed(e);
      return false;
    }
  }

  /** Sleeps until there is enough to write, or a task. */
  private void await(boolean hasWritten) {
    if (policy.get() != Policy.ALWAYS) {
      if (!hasWritten) {
        log.await(log.nextToRead(), POLL_NANOS);
      }
    } else if (hasWritten) {
      long gathering = Math.min(usualSyncNanos / 2, MOST_GATHERING_NANOS);
      log.await(log.nextToRead() + expected - 1, gathering);
    } else {
      log.await(log.nextToRead(), SECOND_NANOS);
    }
  }

  /** Goes on in the file behind the mark. */
  private void next() throws IOException {
    if (!isLost) {
      syncNow();
    }
    open(listener.nextFile());
    isMarked = false;
    isBegunAfterLoss = isLost;
  }

  private void askForBase() {
    long now = clock.nanoTime();
    if (isLost && now - lastAskNanos >= SECOND_NANOS) {
      lastAskNanos = now;
      listener.newBaseNeeded();
    }
  }

  /** Everything before the last mark is on the disk in another way. */
  void baseWritten() {
    execute(
        () -> {
          if (isBegunAfterLoss) {
            isLost = false;
            isBegunAfterLoss = false;
            isUnsynced = true;
          }
        });
  }

  private void failed(IOException cause) {
    String reason = String.valueOf(cause.getMessage());
    if (!hasTrouble) {
      serverLog.warning("Error writing to the AOF file: " + reason);
    }
    hasTrouble = true;
    log.stuck(true);
    listener.trouble(reason);
    askForBase();
    LockSupport.parkNanos(isClosing ? POLL_NANOS : SECOND_NANOS);
  }

  private void end() {
    try {
      flush();
      syncNow();
      FileChannel last = channel;
      if (last != null) {
        last.close();
      }
    } catch (IOException e) {
      serverLog.warning("Error writing to the AOF file at its end: " + e.getMessage());
    }
  }

  /** Goes on in another file, at its end. On the writer's thread, or before it starts. */
  void open(Path file) throws IOException {
    FileChannel next = disk.open(file);
    FileChannel old = channel;
    channel = next;
    fileBytes = next.size();
    database = -1;
    if (old != null) {
      old.close();
    }
  }

  private void flush() throws IOException {
    if (used > 0) {
      writeAll(outView.limit(used).position(0));
      used = 0;
    }
  }

  /** Writes at the end of what is whole; what is left half written by an error is cut off. */
  private void writeAll(ByteBuffer bytes) throws IOException {
    FileChannel file = channel;
    if (file == null) {
      bytes.position(bytes.limit());
      return;
    }
    int start = bytes.position();
    long at = fileBytes;
    long began = clock.nanoTime();
    try {
      while (bytes.hasRemaining()) {
        at += file.write(bytes, at);
      }
    } catch (IOException e) {
      bytes.position(start);
      file.truncate(fileBytes);
      throw e;
    }
    fileBytes = at;
    isUnsynced = true;
    listener.wrote(clock.nanoTime() - began);
  }

  private void syncIfDue(long bytes) throws IOException {
    switch (policy.get()) {
      case ALWAYS -> {
        if (isUnsynced) {
          syncNow();
        } else if (bytes > 0) {
          durable();
        }
      }
      case EVERY_SECOND -> {
        if (isUnsynced && clock.nanoTime() - lastSyncNanos >= SECOND_NANOS) {
          syncNow();
        }
      }
      case NEVER -> {}
    }
  }

  private void syncNow() throws IOException {
    FileChannel file = channel;
    if (file != null && isUnsynced) {
      long start = clock.nanoTime();
      sync(file);
      long nanos = clock.nanoTime() - start;
      usualSyncNanos += (nanos - usualSyncNanos) / 8;
      listener.synced(nanos);
    }
    isUnsynced = false;
    lastSyncNanos = clock.nanoTime();
    durable();
  }

  private void sync(FileChannel file) throws IOException {
    if (isLost && !isBegunAfterLoss) {
      throw new IOException("an earlier fsync has failed");
    }
    try {
      file.force(false);
    } catch (IOException e) {
      isLost = true;
      isBegunAfterLoss = false;
      lastAskNanos = clock.nanoTime() - SECOND_NANOS;
      throw e;
    }
  }

  private void durable() {
    if (!isLost) {
      expected = log.lastTicket() - log.durable();
      log.durable(log.nextToRead() - 1);
      listener.durable();
    }
  }

  // ---------------------------------------------------------------- what is written

  @Override
  public void group(int commands) {
    stamp();
    isGroup = commands > 1;
    if (isGroup) {
      text(MULTI);
    }
  }

  @Override
  public void command(int newDatabase, int words, Record record) {
    if (newDatabase != database) {
      database = newDatabase;
      String digits = Integer.toString(database);
      text(ascii("*2\r\n$6\r\nSELECT\r\n$" + digits.length() + "\r\n" + digits + "\r\n"));
    }
    ensure(NUMBER_BYTES);
    out.set(ValueLayout.JAVA_BYTE, used++, (byte) '*');
    used += Decimals.write(words, out, used);
    out.set(ValueLayout.JAVA_BYTE, used++, (byte) '\r');
    out.set(ValueLayout.JAVA_BYTE, used++, (byte) '\n');
    bytes(record.memory(), record.start(), record.length());
  }

  @Override
  public void groupEnd() {
    if (isGroup) {
      text(EXEC);
    }
  }

  @Override
  public void marked() {
    isMarked = true;
  }

  /** {@code aof-timestamp-enabled}: a line of its own each second. */
  private void stamp() {
    if (timestamps.get()) {
      long seconds = clock.wallClockMicros() / 1_000_000;
      if (seconds != lastStampSeconds) {
        lastStampSeconds = seconds;
        text(ascii("#TS:" + seconds + "\r\n"));
      }
    }
  }

  private void text(byte[] text) {
    ensure(text.length);
    MemorySegment.copy(text, 0, out, ValueLayout.JAVA_BYTE, used, text.length);
    used += text.length;
  }

  private void bytes(MemorySegment source, long start, int length) {
    if (length <= OUT_BYTES - used) {
      MemorySegment.copy(source, start, out, used, length);
      used += length;
      return;
    }
    int done = 0;
    while (done < length) {
      if (used == OUT_BYTES) {
        writeThrough();
      }
      int n = Math.min(length - done, OUT_BYTES - used);
      MemorySegment.copy(source, start + done, out, used, n);
      used += n;
      done += n;
    }
  }

  private void ensure(int bytes) {
    if (OUT_BYTES - used < bytes) {
      writeThrough();
    }
  }

  /** Makes room in the middle of a group; waits for the disk as long as it takes. */
  private void writeThrough() {
    while (used > 0) {
      try {
        flush();
      } catch (IOException e) {
        failed(e);
        if (isClosing) {
          used = 0;
        }
      }
    }
  }
}
