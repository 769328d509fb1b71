package io.jacinth.persistence.rdb;

import io.jacinth.protocol.Slice;

/** Is told what a file holds, in the order of the file. Views are valid during the call. */
public interface RdbFileSink {
  /** The file begins: it has this version of the format. */
  void version(int version);

  /** A fact about the file. */
  void fact(Slice name, Slice value);

  /** The keys that follow belong to this database. */
  void database(long index);

  /** How many keys the database has, and how many of them have a deadline; a hint. */
  void sizes(long keys, long deadlines);

  /** The code of a library of functions. */
  void library(Slice code);

  /** A key, whose value is the next in the input and is to be read by the one who is told. */
  void key(KeyFacts facts, RdbInput in);

  /**
   * The file has ended.
   *
   * @param stored the checksum that it ends with, 0: none
   * @param found the checksum of its bytes
   */
  void end(long stored, long found);

  /** What stands before a key's value. Reused from key to key. */
  final class KeyFacts {
    /** What is not given. */
    public static final long NONE = -1;

    /** Where the value's record begins in the file. */
    public long at;

    /** The form of the value, of {@link RdbType}. */
    public int type;

    public final Slice key = new Slice();

    /** Milliseconds since 1970, or {@link #NONE}. */
    public long deadlineMillis = NONE;

    /** Seconds since the last use, or {@link #NONE}. */
    public long idleSeconds = NONE;

    /** How often it has been used of late, or {@link #NONE}. */
    public int frequency = (int) NONE;

    void clear() {
      deadlineMillis = NONE;
      idleSeconds = NONE;
      frequency = (int) NONE;
    }
  }
}
