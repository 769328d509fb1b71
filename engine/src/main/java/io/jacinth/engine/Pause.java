package io.jacinth.engine;

import io.jacinth.engine.admission.Admission;
import io.jacinth.engine.spec.CommandFlag;
import io.jacinth.engine.spec.CommandSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * CLIENT PAUSE: for a time, clients' commands wait, all of them or those that may change something;
 * expired keys are out of sight but stay. A client that waits keeps its request and those behind it
 * unread in its input; at the end all go on in the order in which they began to wait. Used from
 * every thread.
 */
public final class Pause {
  /** Which commands wait; the later one includes the earlier. */
  public enum Scope {
    WRITES,
    ALL
  }

  private record Period(Scope scope, long endNanos) {}

  /** The loops' timers and the engine's clock need not agree. */
  private static final long LONGEST_SLEEP_NANOS = 10_000_000;

  private final Engine engine;
  private final Set<Client> waiting = new LinkedHashSet<>();
  private volatile @Nullable Period period;
  private boolean isTicking;

  Pause(Engine engine) {
    this.engine = engine;
  }

  /** Begins a pause, or widens and lengthens the one that is on; it never gets less by this. */
  public synchronized void begin(Scope scope, long nanos) {
    long now = engine.clock().nanoTime();
    Period old = isOn() ? period : null;
    long left = old == null ? nanos : Math.max(nanos, old.endNanos - now);
    boolean isAll = scope == Scope.ALL || (old != null && old.scope == Scope.ALL);
    period = new Period(isAll ? Scope.ALL : Scope.WRITES, now + left);
    engine.unusual(Admission.PAUSED, true);
  }

  /** Ends the pause, if there is one. */
  public synchronized void end() {
    period = null;
    engine.unusual(Admission.PAUSED, false);
    List<Client> released = new ArrayList<>(waiting);
    waiting.clear();
    released.forEach(client -> client.onLoop(client::endPostponement));
  }

  /** Whether a pause of any scope is on. */
  public boolean isOn() {
    Period now = period;
    return now != null && left(now) > 0;
  }

  private long left(Period now) {
    return now.endNanos - engine.clock().nanoTime();
  }

  /** Whether a client's command must wait; then it is postponed. On the client's loop. */
  boolean postpones(Call call) {
    Period now = period;
    return now != null && (now.scope == Scope.ALL || mayWrite(call)) && postpone(call.client());
  }

  private boolean mayWrite(Call call) {
    CommandSpec spec = call.command().spec();
    if (spec.has(CommandFlag.WRITE)) {
      return true;
    }
    if (spec.has(CommandFlag.MAY_REPLICATE)) {
      return !engine.scripting().onlyReads(call);
    }
    Transaction transaction = call.client().transaction();
    return transaction != null
        && spec.name().equals("exec")
        && (transaction.has(CommandFlag.WRITE) || transaction.has(CommandFlag.MAY_REPLICATE));
  }

  private synchronized boolean postpone(Client client) {
    Period now = period;
    if (now == null) {
      return false;
    }
    if (left(now) <= 0) {
      end();
      return false;
    }
    client.postpone();
    waiting.add(client);
    if (!isTicking) {
      isTicking = true;
      tickLater(client, left(now));
    }
    return true;
  }

  /** Looks at the clock soon, on the loop of any client. */
  private void tickLater(Client client, long nanos) {
    client.onLoopAfter(Math.clamp(nanos, 1, LONGEST_SLEEP_NANOS), () -> tick(client));
  }

  private synchronized void tick(Client client) {
    endIfOver();
    Period now = period;
    isTicking = now != null && !waiting.isEmpty();
    if (now != null && isTicking) {
      tickLater(client, left(now));
    }
  }

  /** Ends a pause whose time is up. */
  synchronized void endIfOver() {
    Period now = period;
    if (now != null && left(now) <= 0) {
      end();
    }
  }

  /** Forgets a client that has gone. */
  public synchronized void forget(Client client) {
    waiting.remove(client);
  }
}
