package io.jacinth.commands.debug;

import io.jacinth.engine.Call;

/** {@code DEBUG LOG message}: writes a line to the server's log. */
final class DebugLog {
  static final DebugWord WORD =
      new DebugWord("LOG", "<message>", "Writes a line to the server's log.", 1, DebugLog::run);

  private DebugLog() {}

  private static void run(Call call) {
    call.engine().host().warn("DEBUG LOG: " + call.text(2));
    call.reply().ok();
  }
}
