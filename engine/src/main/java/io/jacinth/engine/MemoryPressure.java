package io.jacinth.engine;

import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.eviction.Evictor;
import io.jacinth.engine.eviction.MemoryLimit;
import io.jacinth.engine.observe.LatencyMonitor;
import io.jacinth.engine.spec.CommandFlag;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a worker makes room: before commands that take memory, now and then, and in turns on its
 * loop while the limit stays exceeded. Owned by the worker.
 */
public final class MemoryPressure {
  private final Worker worker;
  private final MemoryLimit limit;
  private final Evictor evictor;
  private final ScheduledExecutorService loop;
  private final LatencyMonitor latency;
  private final Clock clock;
  private boolean hasTurnDue;

  /**
   * @param loop where the worker runs, which gives the turns
   */
  MemoryPressure(Worker worker, MemoryLimit limit, Evictor evictor, ScheduledExecutorService loop) {
    this.worker = worker;
    this.limit = limit;
    this.evictor = evictor;
    this.loop = loop;
    this.latency = worker.engine().observation().latency();
    this.clock = worker.engine().clock();
  }

  /** Makes room for a call that takes memory; answers the error where there is none. */
  public @Nullable String refusal(Call call) {
    return takesMemory(call) && !hasRoom(call) ? ErrorReply.OUT_OF_MEMORY.text() : null;
  }

  /** What is queued for EXEC takes memory, too, whatever it is. */
  private static boolean takesMemory(Call call) {
    if (call.command().spec().has(CommandFlag.DENYOOM)) {
      return true;
    }
    Transaction transaction = call.client().transaction();
    return transaction != null
        && transaction.isOpen()
        && (call.command().isExec()
            ? transaction.has(CommandFlag.DENYOOM)
            : !call.command().isImmediate());
  }

  /** Makes room, as far as it can, for a call; false where there is none. No lock is held. */
  boolean hasRoom(Call call) {
    if (limit.excessBytes() <= 0) {
      limit.exceeded(false);
      return true;
    }
    if (!mayEvict()) {
      return true;
    }
    worker.release();
    long start = clock.nanoTime();
    boolean hasRoom = evictor.makeRoom(bytesOf(call));
    latency.sampleNanos(LatencyMonitor.EVICTION_CYCLE, clock.nanoTime() - start);
    if (hasRoom && limit.excessBytes() > 0) {
      giveTurn();
    }
    return hasRoom;
  }

  /** Nothing is evicted in a pause, nor while files are loaded, whose log says what has gone. */
  private boolean mayEvict() {
    return !worker.engine().pause().isOn() && !worker.engine().isLoading();
  }

  private static long bytesOf(Call call) {
    long sum = 0;
    for (int i = 0; i < call.count(); i++) {
      sum += call.argument(i).length();
    }
    return sum;
  }

  /** Sees to it that the limit is kept although no command asks. No lock is held. */
  void round(boolean isFirstWorker) {
    if (isFirstWorker) {
      limit.countClients();
    }
    if (!hasTurnDue && mayEvict() && evictor.goOn()) {
      giveTurn();
    }
  }

  /**
   * Asks for a turn behind whatever the loop's clients have sent by now. It is scheduled, since a
   * task that is merely executed would run before the loop looks at its clients again.
   */
  private void giveTurn() {
    if (!hasTurnDue) {
      hasTurnDue = true;
      var unused = loop.schedule(this::takeTurn, 0, TimeUnit.NANOSECONDS);
    }
  }

  /** Begins at once, since the limit may have been lowered. From any thread. */
  void limitChanged() {
    loop.execute(this::evict);
  }

  private void takeTurn() {
    hasTurnDue = false;
    evict();
  }

  private void evict() {
    worker.besides("evicting", () -> round(false));
  }
}
