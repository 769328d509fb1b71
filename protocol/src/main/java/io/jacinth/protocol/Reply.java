package io.jacinth.protocol;

/**
 * Where a command writes its answer. One reply is one call here, or an aggregate's header followed
 * by as many replies as it announces. Implemented by the RESP2 and RESP3 writers and by whatever
 * else wants a command's answer (scripts, the in-process interface).
 *
 * <p>Types that only RESP3 has are written in RESP2 as Redis writes them: a map as an array of keys
 * and values, a set as an array, a double as a bulk string, a boolean as 1 or 0.
 */
public interface Reply {
  /** {@code +OK}. */
  void ok();

  /** A simple string; ASCII without line ends. */
  void status(String text);

  /**
   * An error; the text begins with its code, as {@code ERR}. What it quotes of a request may have
   * line ends, which are written as spaces.
   */
  void error(String text);

  void integer(long value);

  void bulk(Slice bytes);

  /** A bulk string of the first bytes of an array. */
  void bulk(byte[] bytes, int length);

  /** A bulk string of a text's UTF-8 bytes. */
  void bulk(String text);

  /** A bulk string of an integer's decimal digits. */
  void bulkInteger(long value);

  /** The null that stands for an absent bulk string. */
  void nil();

  /** The null that stands for an absent array. */
  void nilArray();

  /** The header of an array. */
  void array(long count);

  /** The header of a map; {@code count} keys and {@code count} values follow in turn. */
  void map(long count);

  /** The header of a set. */
  void set(long count);

  /** The header of an out-of-band push (RESP2: an array). */
  void push(long count);

  /** A double, in the shortest decimal form that reads back the same. */
  void real(double value);

  /** A double whose digits the caller has written (RESP2: a bulk string). */
  default void real(Slice digits) {
    bulk(digits);
  }

  /** An integer of any size, in decimal digits (RESP2: a bulk string). */
  default void bigNumber(Slice digits) {
    bulk(digits);
  }

  void bool(boolean value);

  /** A text with a three-letter format, as {@code txt} (RESP2: a bulk string). */
  void verbatim(String format, Slice text);

  /** An integer of any length, in decimal digits (RESP2: a bulk string). */
  default void bigNumber(String digits) {
    bulk(digits);
  }

  /**
   * The header of attributes of the reply that follows them; {@code count} names and values come
   * first, in turn. RESP3 alone has them.
   */
  default void attribute(long count) {
    throw new IllegalStateException("only RESP3 has attributes");
  }

  /** Whether the client speaks RESP3. */
  boolean isResp3();
}
