package io.jacinth.engine.observe;

import io.jacinth.engine.Engine;
import org.jspecify.annotations.Nullable;

/**
 * The current or last search for hot keys. While none goes on, commands pay nothing: only a session
 * makes every command remarkable to its worker ({@link Observation#leastNanos}). Thread-safe.
 */
public final class HotKeys {
  private final Engine engine;
  private @Nullable HotKeySession session;

  public HotKeys(Engine engine) {
    this.engine = engine;
  }

  /** Begins a search in place of one that has ended; false where one goes on. */
  public synchronized boolean start(HotKeySession.Request request) {
    if (active() != null) {
      return false;
    }
    HotKeySession started = new HotKeySession(engine, request);
    session = started;
    engine.observation().hotKeys(started);
    return true;
  }

  /** Ends the search; false where none goes on. What it found stays. */
  public synchronized boolean stop() {
    HotKeySession current = active();
    if (current == null) {
      return false;
    }
    end(current);
    return true;
  }

  private void end(HotKeySession current) {
    engine.observation().hotKeys(null);
    current.stop();
  }

  /** Ends a search whose time is up. */
  public synchronized void endIfOver() {
    if (session != null && session.isActive() && session.isOver()) {
      end(session);
    }
  }

  /** Forgets what a search found; false where one goes on. */
  public synchronized boolean reset() {
    if (active() != null) {
      return false;
    }
    session = null;
    return true;
  }

  private @Nullable HotKeySession active() {
    endIfOver();
    return session != null && session.isActive() ? session : null;
  }

  /** The current or last search, or null. */
  public synchronized @Nullable HotKeySession session() {
    endIfOver();
    return session;
  }
}
