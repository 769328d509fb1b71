package io.jacinth.commands.debug;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;

/**
 * {@code DEBUG REPLYBUFFER PEAK-RESET-TIME time | RESIZING bool}: how Redis adapts the reply
 * buffers that its clients own. Here clients borrow theirs, so the arguments are only checked.
 */
final class DebugReplyBuffer {
  static final DebugWord WORD =
      new DebugWord(
          "REPLYBUFFER",
          "PEAK-RESET-TIME <NEVER|RESET|milliseconds> | RESIZING <0|1>",
          "Checks the arguments; clients own no reply buffers.",
          2,
          DebugReplyBuffer::run);

  private DebugReplyBuffer() {}

  private static void run(Call call) {
    if (call.is(2, "PEAK-RESET-TIME")) {
      if (!call.is(3, "NEVER") && !call.is(3, "RESET")) {
        call.integer(3);
      }
    } else if (!call.is(2, "RESIZING")) {
      throw new CommandException(
          "ERR unknown subcommand or wrong number of arguments for '"
              + call.text(1)
              + "'. Try DEBUG HELP.");
    }
    call.reply().ok();
  }
}
