package io.jacinth.engine.value.stream;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.jacinth.protocol.Decimals;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The id of an entry: milliseconds and a sequence number, both unsigned, in that order. It is
 * changeable and reused; whoever made it owns it.
 */
public final class StreamId {
  private static final int LONGEST_TEXT = 127;

  /** A number up to this can take another digit. */
  private static final long ALWAYS_FITS = Long.MAX_VALUE / 10;

  private long millis;
  private long sequence;
  private boolean isOpen;

  /** The number that was last read. */
  private long parsed;

  /** Where the text is written, once one has been asked for. */
  private @Nullable Slice text;

  public long millis() {
    return millis;
  }

  public long sequence() {
    return sequence;
  }

  public StreamId set(long newMillis, long newSequence) {
    millis = newMillis;
    sequence = newSequence;
    return this;
  }

  public StreamId set(StreamId other) {
    return set(other.millis, other.sequence);
  }

  /** The least id, 0-0. */
  public StreamId setLeast() {
    return set(0, 0);
  }

  public StreamId setGreatest() {
    return set(-1, -1);
  }

  public boolean isLeast() {
    return (millis | sequence) == 0;
  }

  public boolean isGreatest() {
    return (millis & sequence) == -1;
  }

  public int compareTo(StreamId other) {
    return compare(millis, sequence, other.millis, other.sequence);
  }

  public int compareTo(long otherMillis, long otherSequence) {
    return compare(millis, sequence, otherMillis, otherSequence);
  }

  /** The order of two ids. */
  public static int compare(long millis, long sequence, long otherMillis, long otherSequence) {
    int byMillis = Long.compareUnsigned(millis, otherMillis);
    return byMillis != 0 ? byMillis : Long.compareUnsigned(sequence, otherSequence);
  }

  /** Moves to the next id; false where this is the greatest. */
  public boolean increment() {
    if (isGreatest()) {
      return false;
    }
    if (++sequence == 0) {
      millis++;
    }
    return true;
  }

  /** Moves to the id before; false where this is the least. */
  public boolean decrement() {
    if (isLeast()) {
      return false;
    }
    if (sequence-- == 0) {
      millis--;
    }
    return true;
  }

  // ---------------------------------------------------------------- reading text

  /** Whether the last text parsed left the sequence number to the server: {@code 5-*}. */
  public boolean isOpen() {
    return isOpen;
  }

  /**
   * Takes {@code millis-sequence} or {@code millis}; false where the text is neither.
   *
   * @param missing the sequence number where the text has none
   */
  public boolean parse(Slice argument, long missing) {
    return parse(argument, missing, false);
  }

  /** Takes {@code millis-sequence}, {@code millis} or, leaving it open, {@code millis-*}. */
  public boolean parseNew(Slice argument) {
    return parse(argument, 0, true);
  }

  /** As {@link #parse}, and {@code -} and {@code +} for the least and the greatest id. */
  public boolean parseBound(Slice argument, long missing) {
    int length = lengthAsText(argument);
    if (argument.length() <= LONGEST_TEXT && length == 1) {
      if (argument.at(0) == '-') {
        setLeast();
        return true;
      }
      if (argument.at(0) == '+') {
        setGreatest();
        return true;
      }
    }
    return parse(argument, missing, false);
  }

  private boolean parse(Slice argument, long missing, boolean mayBeOpen) {
    isOpen = false;
    if (argument.length() > LONGEST_TEXT) {
      return false;
    }
    int length = lengthAsText(argument);
    int dash = 0;
    while (dash < length && argument.at(dash) != '-') {
      dash++;
    }
    if (!parseNumber(argument, 0, dash)) {
      return false;
    }
    millis = parsed;
    if (dash == length) {
      sequence = missing;
      return true;
    }
    if (mayBeOpen && length == dash + 2 && argument.at(dash + 1) == '*') {
      isOpen = true;
      sequence = 0;
      return true;
    }
    if (!parseNumber(argument, dash + 1, length)) {
      return false;
    }
    sequence = parsed;
    return true;
  }

  /** A zero byte ends the text, as in Redis. */
  private static int lengthAsText(Slice argument) {
    int length = 0;
    while (length < argument.length() && argument.at(length) != 0) {
      length++;
    }
    return length;
  }

  /**
   * Reads an unsigned number in any form that C's {@code strtoull} takes; but one with a minus that
   * is a 64-bit integer in canonical form is refused, as in Redis.
   */
  private boolean parseNumber(Slice argument, int from, int to) {
    int at = from;
    while (at < to && isSpace(argument.at(at))) {
      at++;
    }
    boolean isNegative = at < to && argument.at(at) == '-';
    if (at < to && (isNegative || argument.at(at) == '+')) {
      at++;
    }
    boolean isCanonical = isNegative && at == from + 1 && at < to && argument.at(at) != '0';
    if (at == to) {
      return false;
    }
    long value = 0;
    for (; at < to; at++) {
      int digit = argument.at(at) - '0';
      if (digit < 0 || digit > 9 || exceeds(value, digit)) {
        return false;
      }
      value = value * 10 + digit;
    }
    parsed = isNegative ? -value : value;
    return !isCanonical || Long.compareUnsigned(value, Long.MIN_VALUE) > 0;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || (b >= '\t' && b <= '\r');
  }

  private static boolean exceeds(long value, int digit) {
    return (value < 0 || value > ALWAYS_FITS)
        && Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, 10)) > 0;
  }

  // ---------------------------------------------------------------- writing text

  /** Answers the id as a bulk string. */
  public void writeTo(Reply reply) {
    reply.bulk(text());
  }

  /** The text {@code millis-sequence}, valid until the next one. */
  public Slice text() {
    Slice into = text;
    if (into == null) {
      into = new Slice(Arena.ofAuto().allocate(2 * Decimals.MAX_LENGTH + 8), 0, 0);
      text = into;
    }
    MemorySegment memory = into.segment();
    int length = write(millis, memory, 0);
    memory.set(JAVA_BYTE, length++, (byte) '-');
    length += write(sequence, memory, length);
    return into.set(memory, 0, length);
  }

  private static int write(long value, MemorySegment memory, int at) {
    if (value >= 0) {
      return Decimals.write(value, memory, at);
    }
    long tens = Long.divideUnsigned(value, 10);
    int length = Decimals.write(tens, memory, at);
    memory.set(JAVA_BYTE, at + length, (byte) ('0' + (value - tens * 10)));
    return length + 1;
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(millis) + "-" + Long.toUnsignedString(sequence);
  }
}
