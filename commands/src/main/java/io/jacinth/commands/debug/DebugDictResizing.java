package io.jacinth.commands.debug;

import io.jacinth.engine.Call;

/**
 * {@code DEBUG DICT-RESIZING 0 | 1}: in Valkey, whether tables may be resized. Tables here grow and
 * shrink by single buckets, so there is nothing to turn off.
 */
final class DebugDictResizing {
  static final DebugWord WORD =
      new DebugWord(
          "DICT-RESIZING",
          "<0 | 1>",
          "Has no effect: tables grow and shrink by single buckets.",
          1,
          DebugDictResizing::run);

  private DebugDictResizing() {}

  private static void run(Call call) {
    call.reply().ok();
  }
}
