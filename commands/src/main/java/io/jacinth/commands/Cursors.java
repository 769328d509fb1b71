package io.jacinth.commands;

import io.jacinth.engine.error.CommandException;
import io.jacinth.protocol.Slice;

/** The cursors of SCAN and its kin. */
public final class Cursors {
  private Cursors() {}

  /**
   * A cursor from its text, read as C's {@code strtoul} reads it: an empty text is 0, a sign is
   * allowed, a minus counts down from 2^64.
   *
   * @throws CommandException where it is none
   */
  public static long parse(Slice text) {
    int length = 0;
    while (length < text.length() && text.at(length) != 0) {
      length++;
    }
    boolean hasSign = length > 0 && (text.at(0) == '-' || text.at(0) == '+');
    if (hasSign && length == 1) {
      throw invalid();
    }
    long cursor = 0;
    for (int i = hasSign ? 1 : 0; i < length; i++) {
      int digit = text.at(i) - '0';
      if (digit < 0 || digit > 9 || exceeds(cursor, digit)) {
        throw invalid();
      }
      cursor = cursor * 10 + digit;
    }
    return hasSign && text.at(0) == '-' ? -cursor : cursor;
  }

  private static boolean exceeds(long cursor, int digit) {
    return Long.compareUnsigned(cursor, Long.divideUnsigned(-1L - digit, 10)) > 0;
  }

  private static CommandException invalid() {
    return new CommandException("ERR invalid cursor");
  }
}
