package io.jacinth.commands.debug;

import io.jacinth.engine.Call;

/**
 * {@code DEBUG SET-ACTIVE-EXPIRE 0 | 1}: whether expired keys are removed before somebody asks for
 * them.
 */
final class DebugSetActiveExpire {
  static final DebugWord WORD =
      new DebugWord(
          "SET-ACTIVE-EXPIRE",
          "<0 | 1>",
          "Turns the removal of expired keys that nobody asks for off and on.",
          1,
          DebugSetActiveExpire::run);

  private DebugSetActiveExpire() {}

  private static void run(Call call) {
    boolean isOn = call.argument(2).integerOr(0) != 0;
    call.engine().expiresActively(isOn);
    call.reply().ok();
  }
}
