package io.jacinth.commands.debug;

import io.jacinth.engine.Call;
import java.util.Locale;

/**
 * {@code DEBUG ASSERT}, {@code DEBUG PANIC}, {@code DEBUG SEGFAULT}: end the process at once, as a
 * fault would, for those who test what happens then.
 */
final class DebugCrash {
  static final DebugWord ASSERT = word("ASSERT");
  static final DebugWord PANIC = word("PANIC");
  static final DebugWord SEGFAULT = word("SEGFAULT");

  private DebugCrash() {}

  private static DebugWord word(String name) {
    return new DebugWord(name, "", "Ends the process at once, saving nothing.", 0, DebugCrash::run);
  }

  private static void run(Call call) {
    call.engine().host().halt("DEBUG " + call.text(1).toUpperCase(Locale.ROOT));
  }
}
