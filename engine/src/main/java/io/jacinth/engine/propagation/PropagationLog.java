package io.jacinth.engine.propagation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one order of all changes. Each worker appends to a {@link Lane} of its own, so that workers
 * never wait for each other; a group of commands gets its ticket, the next number, while the locks
 * of its keys are held, and whoever reads takes the groups by their tickets. Replaying them in that
 * order gives the same data.
 *
 * <p>Any number of writers, one reader.
 */
public final class PropagationLog {
  /** Takes the commands of the log one by one. */
  public interface Reader {
    /** A group of so many commands, which belong together, begins. */
    void group(int commands);

    /**
     * Takes a command.
     *
     * @param database where it is to run
     * @param words how many words it has
     * @param record where they lie, each as a bulk string of the protocol
     */
    void command(int database, int words, Record record);

    /** The group is over. */
    void groupEnd();

    /** The place that {@link PropagationLog#mark} has noted. */
    void marked();
  }

  private final List<Lane> lanes = new CopyOnWriteArrayList<>();
  private final AtomicLong lastTicket = new AtomicLong();
  private long nextToRead = 1;
  private volatile boolean isOn;
  private volatile long durable;
  private volatile boolean isSynchronous;
  private volatile boolean isStuck;
  private volatile @Nullable Thread reader;

  /** The ticket that the reader sleeps for. */
  private volatile long awaited = Long.MAX_VALUE;

  /** Makes the lane of one more worker. */
  Lane newLane() {
    Lane lane = new Lane(this);
    lanes.add(lane);
    return lane;
  }

  long takeTicket() {
    return lastTicket.incrementAndGet();
  }

  /** Whether anybody reads: else nothing is to be written. */
  public boolean isOn() {
    return isOn;
  }

  /** Begins or ends the writing. The caller holds every lock. */
  public void turn(boolean newIsOn) {
    isOn = newIsOn;
  }

  /** The last ticket taken. */
  public long lastTicket() {
    return lastTicket.get();
  }

  /**
   * Notes a place in the log: every change made so far is before it, every later one behind. The
   * caller holds every lock, so that no change is under way.
   *
   * @param writer the caller's worker's
   */
  public void mark(Propagation writer) {
    writer.mark();
    wake();
  }

  // ---------------------------------------------------------------- durability

  /** Says whether clients are answered only when what they have changed is on disk. */
  public void synchronous(boolean newIsSynchronous) {
    isSynchronous = newIsSynchronous;
  }

  /** Whether a reply must wait until {@link #durable} has reached {@link #lastTicket}. */
  public boolean delaysReplies() {
    return isSynchronous && isOn && durable < lastTicket.get();
  }

  /**
   * Says that nothing reaches the disk until further notice, because it refuses, or that it does.
   */
  public void stuck(boolean newIsStuck) {
    isStuck = newIsStuck;
  }

  /** Whether waiting for {@link #durable} may take for ever: the disk is full or broken. */
  public boolean isStuck() {
    return isStuck;
  }

  /** Up to which ticket everything is on disk. */
  public long durable() {
    return durable;
  }

  /** Says that everything up to a ticket is on disk. */
  public void durable(long ticket) {
    durable = ticket;
  }

  // ---------------------------------------------------------------- reading

  /** Number of the group to be read next. */
  public long nextToRead() {
    return nextToRead;
  }

  /**
   * Hands groups to the reader in their order, as many as are there up to about so many bytes or to
   * a mark; answers how many bytes.
   */
  public long read(Reader reader, long most) {
    long bytes = 0;
    boolean isFound = true;
    while (isFound && bytes < most) {
      isFound = false;
      for (Lane lane : lanes) {
        while (bytes < most && lane.headTicket() == nextToRead) {
          int taken = lane.takeHead(reader);
          nextToRead++;
          if (taken == 0) {
            return bytes;
          }
          bytes += taken;
          isFound = true;
        }
      }
    }
    return bytes;
  }

  /** Bytes that were written and not yet read. */
  public long waitingBytes() {
    long sum = 0;
    for (Lane lane : lanes) {
      sum += lane.waitingBytes();
    }
    return sum;
  }

  /**
   * Sleeps until a ticket has been taken, or for so long, or until {@link #wake}. By the reader.
   */
  public void await(long ticket, long nanos) {
    reader = Thread.currentThread();
    awaited = ticket;
    if (lastTicket.get() < ticket) {
      LockSupport.parkNanos(this, nanos);
    }
    awaited = Long.MAX_VALUE;
  }

  /** A worker has written and is about to reply. */
  void batchEnd() {
    if (isSynchronous && lastTicket.get() >= awaited) {
      wake();
    }
  }

  /** Wakes the reader, or keeps it from its next sleep. */
  public void wake() {
    LockSupport.unpark(reader);
  }
}
