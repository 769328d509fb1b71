package io.jacinth.commands.connection;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.protocol.Slice;

/**
 * What a client may say about itself: printable ASCII without spaces, so that lists stay readable.
 */
final class ClientText {
  private ClientText() {}

  /** Refuses an argument that can be no name of a client. */
  static void checkName(Call call, int index) {
    if (!isPlain(call.argument(index))) {
      throw new CommandException(
          "ERR Client names cannot contain spaces, newlines or special characters.");
    }
  }

  /** Whether all bytes are visible ASCII characters. */
  static boolean isPlain(Slice text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.at(i) < '!' || text.at(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
