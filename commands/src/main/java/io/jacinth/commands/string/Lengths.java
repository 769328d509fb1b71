package io.jacinth.commands.string;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.ErrorReply;

/** The limit that strings have: {@code proto-max-bulk-len}, and never more than 2 GB. */
final class Lengths {
  private Lengths() {}

  /**
   * The sum of an offset and a length, as the length of a string.
   *
   * @throws io.jacinth.engine.error.CommandException where it exceeds {@code proto-max-bulk-len}
   */
  static int checked(Call call, long offset, int length) {
    long end = offset + length;
    long most = call.engine().settings().clients.protoMaxBulkLen.value();
    if (end < offset || end > Math.min(most, Integer.MAX_VALUE)) {
      throw ErrorReply.STRING_TOO_LONG.exception();
    }
    return (int) end;
  }
}
