package io.jacinth.engine.keyspace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A mutual exclusion lock for sections of well under a microsecond: one compare-and-set to take,
 * one exchange to release; a thread that finds it held spins briefly, then parks. Not fair and not
 * reentrant.
 *
 * <p>State 0 is free, 1 held, 2 held and somebody may be parked (the "mutex 3" of Drepper, Futexes
 * Are Tricky, 2011). A thread that has parked once takes the lock in state 2, so the release that
 * follows wakes the next; a wake-up too many is harmless.
 */
public final class PartitionLock {
  private static final VarHandle STATE;
  private static final int SPINS = 200;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(PartitionLock.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final LockGate gate;
  private final ConcurrentLinkedQueue<Thread> parked = new ConcurrentLinkedQueue<>();

  @SuppressWarnings("unused") // accessed through STATE
  private int state;

  /** For assertions alone: written by the holder, read by the thread that asks about itself. */
  private @Nullable Thread holder;

  /** A lock that is waited for only as long as a gate lets. */
  public PartitionLock(LockGate gate) {
    this.gate = gate;
  }

  /** Waits for the lock; throws what the gate says where that is not to be waited for. */
  public void lock() {
    if (!STATE.compareAndSet(this, 0, 1)) {
      contend(false);
    }
    assert setHolder(Thread.currentThread());
  }

  /**
   * As {@link #lock}, for a thread that holds other locks, and has not begun to use them: false
   * where it is to give those up first.
   */
  public boolean lockBesides() {
    boolean isTaken = STATE.compareAndSet(this, 0, 1) || contend(true);
    assert !isTaken || setHolder(Thread.currentThread());
    return isTaken;
  }

  public boolean tryLock() {
    boolean taken = STATE.compareAndSet(this, 0, 1);
    assert !taken || setHolder(Thread.currentThread());
    return taken;
  }

  public void unlock() {
    assert setHolder(null);
    if ((int) STATE.getAndSet(this, 0) == 2) {
      wakeOne();
    }
  }

  /** Whether somebody may be asleep until the lock is free; a hint for whoever could give it up. */
  public boolean isAwaited() {
    return (int) STATE.getOpaque(this) == 2;
  }

  /** Only meaningful with assertions enabled; answers true without them. */
  public boolean isHeldByCurrentThread() {
    boolean assertionsOff = true;
    assert (assertionsOff = false) || true;
    return assertionsOff || holder == Thread.currentThread();
  }

  private boolean setHolder(@Nullable Thread thread) {
    holder = thread;
    return true;
  }

  private boolean contend(boolean givesWay) {
    for (int i = 0; i < SPINS; i++) {
      Thread.onSpinWait();
      if ((int) STATE.getOpaque(this) == 0 && STATE.compareAndSet(this, 0, 1)) {
        return true;
      }
    }
    Thread me = Thread.currentThread();
    parked.add(me);
    boolean interrupted = false;
    try {
      while ((int) STATE.getAndSet(this, 2) != 0) {
        gate.check();
        if (givesWay && gate.isWidening()) {
          return false;
        }
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
    } finally {
      parked.remove(me);
    }
    if (interrupted) {
      me.interrupt();
    }
    return true;
  }

  /** Wakes all who wait, to look at the gate. */
  void wakeAll() {
    parked.forEach(LockSupport::unpark);
  }

  /** Says that the lock, which is held, is this thread's from now on. */
  public void adopt() {
    assert setHolder(Thread.currentThread());
  }

  private void wakeOne() {
    Thread next = parked.peek();
    if (next != null) {
      LockSupport.unpark(next);
    }
  }
}
