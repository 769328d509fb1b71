package io.jacinth.commands.debug;

import io.jacinth.engine.Call;
import io.jacinth.engine.Glob;

/**
 * {@code DEBUG STRINGMATCH-LEN pattern string}: 1 where the string matches the pattern, as in KEYS.
 */
final class DebugStringMatchLen {
  static final DebugWord WORD =
      new DebugWord(
          "STRINGMATCH-LEN",
          "<pattern> <string>",
          "Tells whether a string matches a pattern.",
          2,
          DebugStringMatchLen::run);

  private DebugStringMatchLen() {}

  private static void run(Call call) {
    call.reply().integer(Glob.matches(call.argument(2), call.argument(3), false) ? 1 : 0);
  }
}
