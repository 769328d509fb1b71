package io.jacinth.engine.keyspace;

import io.jacinth.engine.Clock;
import io.jacinth.engine.value.ElementSink;
import io.jacinth.engine.value.GradualWalk;
import io.jacinth.engine.value.Structure;

/**
 * A large collection's part in a snapshot: its elements are given one by one, before or after its
 * entry is changed, moved or gone. Used under the partition's lock.
 */
public final class LargeWalk {
  private final Partition partition;
  private final GradualWalk elements;
  private final ElementSink sink;
  private boolean isDone;

  LargeWalk(Partition partition, Structure structure, ElementSink sink) {
    this.partition = partition;
    this.sink = sink;
    this.elements = structure.walk(sink);
    partition.begunLarge();
  }

  /** Whose lock {@link #step} and {@link #end} are called under. */
  public Partition partition() {
    return partition;
  }

  /** Who is given the elements. */
  public ElementSink sink() {
    return sink;
  }

  /** Goes on for a while, or until somebody waits for the lock; true where that was the end. */
  public boolean step(Clock clock, long nanos) {
    long begin = clock.nanoTime();
    do {
      if (elements.step()) {
        end();
        return true;
      }
    } while (sink.hasRoom() && !partition.lock().isAwaited() && clock.nanoTime() - begin < nanos);
    return false;
  }

  /** Lets the collection go, whether all of it was given or not. */
  public void end() {
    if (!isDone) {
      isDone = true;
      elements.end();
      partition.endedLarge();
    }
  }
}
