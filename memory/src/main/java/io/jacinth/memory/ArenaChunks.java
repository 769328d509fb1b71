package io.jacinth.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * Chunks from the system, each an arena of its own so that each can be given back alone. What takes
 * long is left to an executor: to close a shared arena, which means a handshake with every thread
 * of the JVM, and to make a chunk ready, which means to have its pages come (milliseconds), a few
 * at a time, since on a full machine somebody else waits meanwhile. Thread-safe.
 *
 * <p>Where a reserve is asked for, chunks released are kept for the next to ask, at most half as
 * many as are out, and given back by and by ({@link #cool}): who replaces a large value over and
 * over writes to the same pages, instead of waiting each time for fresh ones.
 *
 * <p>Where {@link FreshPages} has to take memory from the JVM, that counts it as direct memory:
 * -XX:MaxDirectMemorySize, by default as much as the heap, bounds it.
 */
public final class ArenaChunks implements ChunkSource {
  private static final long ORDINARY_BYTES = SizeClasses.CHUNK_BYTES;
  private static final int MOST_READY = 64;

  /** So much of a chunk is made ready at a time. */
  private static final int PORTION_BYTES = 16 * FreshPages.PAGE_BYTES;

  /** One in so many of those that were not needed goes back at a time. */
  private static final int COOLING = 8;

  private final Executor background;
  private final int reserve;
  private final Runnable pause;
  private final Queue<MemorySegment> ready;
  private final AtomicBoolean isRefilling = new AtomicBoolean();

  /** How few were ready since the last {@link #cool}. */
  private final LongAccumulator fewestReady = new LongAccumulator(Math::min, Long.MAX_VALUE);

  private final Map<Long, Arena> arenas = new ConcurrentHashMap<>();
  private final LongAdder totalBytes = new LongAdder();
  private final LongAdder out = new LongAdder();

  /** Chunks that are made when they are asked for. */
  public ArenaChunks(Executor background) {
    this(background, 0, () -> {});
  }

  /**
   * Chunks of which, once the first is asked for, some are kept ready.
   *
   * @param reserve how many of the ordinary size
   * @param pause what the executor does between one portion of a chunk and the next
   */
  public ArenaChunks(Executor background, int reserve, Runnable pause) {
    this.background = background;
    this.reserve = reserve;
    this.pause = pause;
    this.ready = new ArrayBlockingQueue<>(Math.max(MOST_READY, reserve));
  }

  @Override
  public MemorySegment acquire(long bytes) {
    MemorySegment chunk = take(bytes);
    out.increment();
    return chunk;
  }

  private MemorySegment take(long bytes) {
    if (reserve == 0 || bytes != ORDINARY_BYTES) {
      return make(bytes);
    }
    MemorySegment chunk = ready.poll();
    int left = ready.size();
    fewestReady.accumulate(left);
    if (left < reserve && isRefilling.compareAndSet(false, true)) {
      background.execute(this::refill);
    }
    return chunk != null ? chunk : make(bytes);
  }

  private MemorySegment make(long bytes) {
    Arena arena = Arena.ofShared();
    MemorySegment chunk = allocate(arena, bytes);
    arenas.put(chunk.address(), arena);
    totalBytes.add(bytes);
    return chunk;
  }

  private static MemorySegment allocate(Arena arena, long bytes) {
    try {
      return FreshPages.take(arena, bytes);
    } catch (OutOfMemoryError refused) {
      arena.close();
      throw refused;
    }
  }

  private void refill() {
    try {
      while (ready.size() < reserve) {
        MemorySegment chunk = make(ORDINARY_BYTES);
        prepare(chunk);
        keepReady(chunk);
      }
    } catch (OutOfMemoryError refused) {
      // Whoever needs a chunk that is not there will see the refusal.
    } finally {
      isRefilling.set(false);
    }
  }

  private void prepare(MemorySegment chunk) {
    for (long at = 0; FreshPages.areMapped() && at < ORDINARY_BYTES; at += PORTION_BYTES) {
      FreshPages.touch(chunk, at, PORTION_BYTES);
      pause.run();
    }
  }

  private void keepReady(MemorySegment chunk) {
    if (!ready.offer(chunk)) {
      close(chunk);
    }
  }

  /** Takes a chunk back: as one of those kept ready where it may be, else for the system. */
  @Override
  public void release(MemorySegment chunk) {
    if (!arenas.containsKey(chunk.address())) {
      throw new IllegalStateException("release of a chunk that is not out: " + chunk);
    }
    out.decrement();
    boolean isKept = chunk.byteSize() == ORDINARY_BYTES && mayKeep() && ready.offer(chunk);
    if (!isKept) {
      background.execute(() -> close(chunk));
    }
  }

  private boolean mayKeep() {
    int kept = ready.size();
    return kept < reserve || reserve > 0 && kept < out.sum() / 2;
  }

  @Override
  public void cool() {
    long idle = Math.min(fewestReady.getThenReset(), ready.size()) - reserve;
    for (long left = Math.ceilDiv(idle, COOLING); left > 0; left--) {
      MemorySegment chunk = ready.poll();
      if (chunk != null) {
        background.execute(() -> close(chunk));
      }
    }
  }

  private void close(MemorySegment chunk) {
    Arena arena = arenas.remove(chunk.address());
    if (arena == null) {
      throw new IllegalStateException("a chunk was released twice: " + chunk);
    }
    long bytes = chunk.byteSize();
    arena.close();
    totalBytes.add(-bytes);
  }

  /** Gives the chunks that are kept ready back to the system. */
  public void releaseReady() {
    for (MemorySegment chunk = ready.poll(); chunk != null; chunk = ready.poll()) {
      close(chunk);
    }
  }

  /** Bytes taken from the system and not yet returned, by all who share this source. */
  public long totalBytes() {
    return totalBytes.sum();
  }
}
