package io.jacinth.commands.debug;

import io.jacinth.engine.Call;

/** {@code DEBUG STRUCTSIZE}: what the parts of a key cost, in bytes. */
final class DebugStructSize {
  static final DebugWord WORD =
      new DebugWord(
          "STRUCTSIZE", "", "Tells the sizes of what keys consist of.", 0, DebugStructSize::run);

  private static final String SIZES =
      "bits:64 entryheader:5 deadline:8 tableslot:8 tablebucket:64 page:16384 chunk:1048576";

  private DebugStructSize() {}

  private static void run(Call call) {
    call.reply().bulk(SIZES);
  }
}
