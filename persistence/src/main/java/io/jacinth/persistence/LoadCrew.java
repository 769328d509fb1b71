package io.jacinth.persistence;

import io.jacinth.engine.Uninterruptibly;
import io.jacinth.persistence.rdb.RdbFileSink.KeyFacts;
import io.jacinth.persistence.rdb.RdbInput;
import io.jacinth.persistence.rdb.ValueReader;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads that make keys of a file's records, each for its share of the partitions, so that no
 * two of them want the same lock. Used by the one thread that reads the file.
 */
final class LoadCrew implements AutoCloseable {
  private static final int BATCHES_A_MEMBER = 4;

  private final List<Member> members = new ArrayList<>();
  private volatile @Nullable Failure failure;

  /** What went wrong, with the record that begins at a place of the file. */
  record Failure(long at, Throwable cause) {}

  /** The threads' exception on the reading thread, where {@link #failure} is asked for. */
  static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  LoadCrew(int size, Supplier<KeyLoader> loaders) {
    for (int i = 0; i < size; i++) {
      members.add(new Member(i, loaders.get()));
    }
    members.forEach(member -> member.thread.start());
  }

  @Nullable Failure failure() {
    return failure;
  }

  /** Takes a record over, whose value of so many bytes is the next in the input. */
  void add(int partition, int database, KeyFacts facts, RdbInput in, long valueBytes) {
    members.get(partition % members.size()).add(database, facts, in, valueBytes);
  }

  /** Waits until all that was taken over is done. */
  void finish() {
    members.forEach(Member::finish);
    if (failure != null) {
      throw new FailedException();
    }
  }

  long loaded() {
    return members.stream().mapToLong(member -> member.loader.loaded()).sum();
  }

  long empty() {
    return members.stream().mapToLong(member -> member.loader.empty()).sum();
  }

  /** Ends the threads, whatever they have left, and gives their memory back. */
  @Override
  public void close() {
    members.forEach(Member::end);
    members.forEach(Member::close);
  }

  private final class Member {
    private final BlockingQueue<RecordBatch> full = new ArrayBlockingQueue<>(BATCHES_A_MEMBER + 1);
    private final BlockingQueue<RecordBatch> free = new ArrayBlockingQueue<>(BATCHES_A_MEMBER + 1);
    private final List<RecordBatch> batches = new ArrayList<>();
    private final KeyLoader loader;
    private final Thread thread;
    private RecordBatch filling;
    private boolean isFinished;

    Member(int number, KeyLoader loader) {
      this.loader = loader;
      for (int i = 0; i < BATCHES_A_MEMBER; i++) {
        batches.add(new RecordBatch());
      }
      filling = batches.getFirst();
      free.addAll(batches.subList(1, batches.size()));
      thread = Thread.ofPlatform().daemon().name("jacinth-load-" + number).unstarted(this::run);
    }

    void add(int database, KeyFacts facts, RdbInput in, long valueBytes) {
      if (filling.isFullFor(facts.key.length() + valueBytes)) {
        handOver();
      }
      filling.add(database, facts, in, valueBytes);
    }

    private void handOver() {
      full.add(filling);
      filling = Uninterruptibly.take(free);
      if (failure != null) {
        throw new FailedException();
      }
    }

    /** An empty batch tells the thread to end. */
    void finish() {
      if (!filling.isEmpty()) {
        handOver();
      }
      end();
    }

    void end() {
      if (!isFinished) {
        isFinished = true;
        filling.clear();
        full.add(filling);
        Uninterruptibly.join(thread);
      }
    }

    void close() {
      batches.forEach(RecordBatch::close);
    }

    private void run() {
      try (RdbInput in = new RdbInput(MemorySegment.NULL, 0, 0)) {
        ValueReader reader = loader.readerOf(in);
        KeyFacts facts = new KeyFacts();
        RecordBatch batch = Uninterruptibly.take(full);
        while (!batch.isEmpty()) {
          if (failure == null) {
            load(batch, facts, in, reader);
          }
          batch.clear();
          free.add(batch);
          batch = Uninterruptibly.take(full);
        }
      }
    }

    private void load(RecordBatch batch, KeyFacts facts, RdbInput in, ValueReader reader) {
      try {
        for (int database = batch.next(facts, in);
            database >= 0;
            database = batch.next(facts, in)) {
          loader.load(database, facts, in, reader);
        }
      } catch (RuntimeException | Error e) {
        failure = new Failure(facts.at, e);
      }
    }
  }
}
