package io.jacinth.commands.debug;

import io.jacinth.engine.Call;

/** {@code DEBUG PAUSE-CRON 0 | 1}: whether loops do nothing but serve their clients. */
final class DebugPauseCron {
  static final DebugWord WORD =
      new DebugWord(
          "PAUSE-CRON",
          "<0 | 1>",
          "Stops what the server does by itself now and then, or lets it go on.",
          1,
          DebugPauseCron::run);

  private DebugPauseCron() {}

  private static void run(Call call) {
    call.engine().pausesCron(call.argument(2).integerOr(0) != 0);
    call.reply().ok();
  }
}
