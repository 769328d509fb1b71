package io.jacinth.engine.keyspace;

import io.jacinth.protocol.Slice;

/**
 * Hears what was changed, from the one function that changed it, while the locks that the change
 * needed are still held. Everything that follows from a write hangs on this statement.
 */
public interface Effects {
  /**
   * A key's value or deadline changed, appeared or went away.
   *
   * @param changes how many changes that counts as; 0 for what follows from another one
   */
  void changed(Database database, Key key, KeyEvent event, long changes);

  /** A key's deadline passed and it was removed. */
  void expired(Database database, Key key);

  /**
   * A field is about to go from a hash because its deadline has passed; {@link #fieldsExpired}
   * follows.
   */
  default void fieldExpires(Database database, Key key, Slice field) {}

  /** So many fields of a hash went because their deadlines had passed. */
  default void fieldsExpired(Database database, Key key, long count) {}

  /**
   * A hash went after the deadlines of all its fields had passed.
   *
   * @param isNamed whether each field that was in it has been named
   */
  default void hashExpired(Database database, Key key, boolean isNamed) {}

  /** All keys of a database went away; {@code count} of them. */
  void flushed(Database database, long count);

  /** All keys of all databases went away; {@code count} of them. */
  void flushedAll(long count);

  /** Two databases exchanged all their keys. */
  void swapped(Database first, Database second);

  /** Whether expired keys stay for now, out of sight: nothing may change. */
  default boolean keepsExpired() {
    return false;
  }

  /** A read found a live key. */
  void hit();

  /**
   * A read found none.
   *
   * @param isQuiet whether only the statistics are to know
   */
  void missed(Database database, Key key, boolean isQuiet);
}
