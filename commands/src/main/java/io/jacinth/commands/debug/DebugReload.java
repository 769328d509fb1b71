package io.jacinth.commands.debug;

import io.jacinth.engine.Call;
import io.jacinth.engine.Snapshots;
import io.jacinth.engine.error.CommandException;
import java.io.IOException;

/**
 * {@code DEBUG RELOAD [MERGE] [NOFLUSH] [NOSAVE]}: saves a snapshot, empties the data and loads it,
 * while everybody waits. Where the file cannot be loaded there is no data left, as in Redis; with
 * NOFLUSH what was loaded before stays.
 */
final class DebugReload {
  static final DebugWord WORD =
      new DebugWord(
          "RELOAD",
          "[MERGE] [NOFLUSH] [NOSAVE]",
          "Saves the data and loads it again.",
          0,
          Integer.MAX_VALUE,
          DebugReload::run);

  private DebugReload() {}

  private static void run(Call call) {
    boolean saves = true;
    boolean flushes = true;
    boolean merges = false;
    for (int i = 2; i < call.count(); i++) {
      if (call.is(i, "MERGE")) {
        merges = true;
      } else if (call.is(i, "NOFLUSH")) {
        flushes = false;
      } else if (call.is(i, "NOSAVE")) {
        saves = false;
      } else {
        throw new CommandException(
            "ERR DEBUG RELOAD only supports the MERGE, NOFLUSH and NOSAVE options.");
      }
    }
    Snapshots snapshots = call.engine().snapshots();
    if (saves && !snapshots.save()) {
      throw new CommandException("ERR");
    }
    call.propagation().nothing();
    try {
      snapshots.reload(new Snapshots.ReloadOptions(flushes, merges));
    } catch (IOException e) {
      throw new CommandException("ERR Error trying to load the RDB dump");
    }
    call.reply().ok();
  }
}
