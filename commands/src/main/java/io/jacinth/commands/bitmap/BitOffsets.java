package io.jacinth.commands.bitmap;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.protocol.Slice;

/** Positions of bits as arguments: what they may be, and how ranges of them are said. */
final class BitOffsets {
  private static final CommandException OUT_OF_RANGE =
      new CommandException("ERR bit offset is not an integer or out of range");

  private BitOffsets() {}

  /** The position of a bit that a string may have. */
  static long position(Call call, int index) {
    return checked(call, integer(call.argument(index)));
  }

  /** As {@link #position}; {@code #n} is the position of the n-th field of so many bits. */
  static long position(Call call, int index, int bits) {
    Slice argument = call.argument(index);
    if (argument.isEmpty() || argument.at(0) != '#') {
      return checked(call, integer(argument));
    }
    argument.set(argument.segment(), argument.offset() + 1, argument.length() - 1);
    return checked(call, integer(argument) * bits);
  }

  private static long integer(Slice argument) {
    long value = argument.integerOr(-1);
    if (value < 0) {
      throw OUT_OF_RANGE;
    }
    return value;
  }

  private static long checked(Call call, long position) {
    long most =
        Math.min(call.engine().settings().clients.protoMaxBulkLen.value(), Integer.MAX_VALUE - 64L);
    if (position < 0 || position >>> 3 >= most) {
      throw OUT_OF_RANGE;
    }
    return position;
  }

  /** Whether an argument says BIT and not BYTE, as the unit of a range. */
  static boolean isBit(Call call, int index) {
    if (call.is(index, "BIT")) {
      return true;
    }
    if (call.is(index, "BYTE")) {
      return false;
    }
    throw ErrorReply.SYNTAX.exception();
  }

  /** The beginning of a range of so many units, counted from the end where it is negative. */
  static long start(long start, long length) {
    return Math.max(start < 0 ? start + length : start, 0);
  }

  /** The end of a range, which is inclusive; before the beginning where there is nothing. */
  static long end(long end, long length) {
    return Math.min(Math.max(end < 0 ? end + length : end, 0), length - 1);
  }
}
