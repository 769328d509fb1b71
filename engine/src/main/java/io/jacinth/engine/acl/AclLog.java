package io.jacinth.engine.acl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What was refused lately, the latest first. A refusal like one of the last few, not older than a
 * minute, is counted with it. Used from every thread.
 */
public final class AclLog {
  /**
   * For so long the line of a client that gives wrong passwords is not written anew: whoever
   * guesses them by the thousand would make the server write as many.
   */
  private static final long FRESH_MILLIS = 10;

  private static final long GROUPED_MILLIS = 60_000;
  private static final int LOOKED_THROUGH = 10;

  /** Where a refused request came from. */
  public enum Context {
    TOPLEVEL,
    MULTI,
    LUA,
    MODULE;

    public String logName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One kind of refusal.
   *
   * @param object the command, key or channel
   * @param clientId the client, the last time
   * @param clientInfo the client's line of CLIENT LIST, the last time
   * @param lastMillis when it last happened, in milliseconds since 1970
   */
  public record Entry(
      long id,
      long count,
      Denial denial,
      Context context,
      String object,
      String user,
      long clientId,
      String clientInfo,
      long createdMillis,
      long lastMillis) {
    private boolean isAlike(Entry later) {
      return denial == later.denial
          && context == later.context
          && later.lastMillis - lastMillis <= GROUPED_MILLIS
          && object.equals(later.object)
          && user.equals(later.user);
    }

    private Entry from(String newClientInfo) {
      return new Entry(
          id,
          count,
          denial,
          context,
          object,
          user,
          clientId,
          newClientInfo,
          createdMillis,
          lastMillis);
    }

    private Entry again(Entry later) {
      return new Entry(
          id,
          count + 1,
          denial,
          context,
          object,
          user,
          later.clientId,
          later.clientInfo,
          createdMillis,
          later.lastMillis);
    }

    /** Whether what it tells of the client is as good as new. */
    private boolean knows(long client, long nowMillis) {
      return denial == Denial.AUTH && clientId == client && nowMillis - lastMillis < FRESH_MILLIS;
    }
  }

  private final LongSupplier mostEntries;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private long nextId;

  /**
   * @param mostEntries {@code acllog-max-len}
   */
  AclLog(LongSupplier mostEntries) {
    this.mostEntries = mostEntries;
  }

  synchronized void add(
      Denial denial,
      Context context,
      String object,
      String user,
      long clientId,
      Supplier<String> clientInfo,
      long nowMillis) {
    Entry entry =
        new Entry(nextId, 1, denial, context, object, user, clientId, "", nowMillis, nowMillis);
    Entry last = entries.peekFirst();
    boolean isKnown = last != null && last.isAlike(entry) && last.knows(clientId, nowMillis);
    entries.addFirst(joined(entry.from(isKnown ? last.clientInfo : clientInfo.get())));
    while (entries.size() > mostEntries.getAsLong()) {
      entries.removeLast();
    }
  }

  /** The entry with that which is like it, which is taken out; else the entry itself. */
  private Entry joined(Entry entry) {
    Iterator<Entry> recent = entries.iterator();
    for (int i = 0; i < LOOKED_THROUGH && recent.hasNext(); i++) {
      Entry old = recent.next();
      if (old.isAlike(entry)) {
        recent.remove();
        return old.again(entry);
      }
    }
    nextId++;
    return entry;
  }

  /** At most so many entries, the latest first. */
  public synchronized List<Entry> latest(long count) {
    List<Entry> latest = new ArrayList<>();
    Iterator<Entry> all = entries.iterator();
    while (latest.size() < count && all.hasNext()) {
      latest.add(all.next());
    }
    return latest;
  }

  public synchronized void clear() {
    entries.clear();
  }
}
