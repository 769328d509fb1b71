package io.jacinth.commands.debug;

import io.jacinth.engine.Call;

/**
 * {@code DEBUG SET-SKIP-CHECKSUM-VALIDATION 0 | 1}: whether RESTORE takes payloads whose checksum
 * is wrong, so that tests can damage them.
 */
final class DebugSetSkipChecksumValidation {
  static final DebugWord WORD =
      new DebugWord(
          "SET-SKIP-CHECKSUM-VALIDATION",
          "<0 | 1>",
          "Turns the check of the sums at the end of payloads off and on.",
          1,
          DebugSetSkipChecksumValidation::run);

  private DebugSetSkipChecksumValidation() {}

  private static void run(Call call) {
    call.engine().payloads().skipsChecksums(call.argument(2).integerOr(0) != 0);
    call.reply().ok();
  }
}
