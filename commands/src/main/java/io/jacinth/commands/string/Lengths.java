package io.jacinth.commands.string;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.ErrorReply;

/** The limit that strings have. */
final class Lengths {
  private Lengths() {}

  /**
   * The sum of an offset and a length, as the length of a string.
   *
   * @throws io.jacinth.engine.error.CommandException where it exceeds {@code proto-max-bulk-len}
   */
  static int checked(Call call, long offset, int length) {
    long end = offset + length;
    if (end < offset || end > call.engine().settings().clients.protoMaxBulkLen.value()) {
      throw ErrorReply.STRING_TOO_LONG.exception();
    }
    return (int) Math.min(end, Integer.MAX_VALUE);
  }
}
