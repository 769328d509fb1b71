package io.jacinth.commands.debug;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import java.io.IOException;

/** {@code DEBUG LOADAOF}: empties the data and loads it from the append-only file. */
final class DebugLoadAof {
  static final DebugWord WORD =
      new DebugWord(
          "LOADAOF",
          "",
          "Brings the append-only file to the disk, empties the data and loads it from there.",
          0,
          Integer.MAX_VALUE,
          DebugLoadAof::run);

  private DebugLoadAof() {}

  private static void run(Call call) {
    call.propagation().nothing();
    try {
      call.engine().appendLog().reload();
    } catch (IOException e) {
      throw new CommandException("ERR Error trying to load the AOF files, check server logs");
    }
    call.reply().ok();
  }
}
