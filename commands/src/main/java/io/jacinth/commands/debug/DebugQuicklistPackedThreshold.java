package io.jacinth.commands.debug;

import io.jacinth.engine.Call;
import io.jacinth.engine.config.MemoryUnits;
import io.jacinth.engine.error.CommandException;

/**
 * {@code DEBUG QUICKLIST-PACKED-THRESHOLD size}: in Redis, from which size on an element of a list
 * has a node of its own. Here a large element always lies in a block of its own, so the size is
 * only checked.
 */
final class DebugQuicklistPackedThreshold {
  static final DebugWord WORD =
      new DebugWord(
          "QUICKLIST-PACKED-THRESHOLD",
          "<size>",
          "Checks the size; large elements of lists lie apart in any case.",
          1,
          DebugQuicklistPackedThreshold::run);

  private static final long MOST = 1L << 32;

  private DebugQuicklistPackedThreshold() {}

  private static void run(Call call) {
    long size = MemoryUnits.bytes(call.text(2));
    if (size == MemoryUnits.INVALID || size > MOST) {
      throw new CommandException(
          "ERR argument must be a memory value bigger than 1 and smaller than 4gb");
    }
    call.reply().ok();
  }
}
