package io.jacinth.commands.debug;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;

/** {@code DEBUG ERROR text}: answers the text as an error, for tests of clients. */
final class DebugError {
  static final DebugWord WORD =
      new DebugWord("ERROR", "<text>", "Answers the text as an error.", 1, DebugError::run);

  private DebugError() {}

  private static void run(Call call) {
    throw new CommandException(call.text(2).replace('\r', ' ').replace('\n', ' '));
  }
}
