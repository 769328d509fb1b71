package io.jacinth.commands.debug;

import io.jacinth.engine.Call;
import java.time.Duration;

/**
 * {@code DEBUG SLEEP seconds}: lets every command that touches keys wait; what is no number is 0.
 */
final class DebugSleep {
  private static final double NANOS_A_SECOND = 1e9;

  static final DebugWord WORD =
      new DebugWord(
          "SLEEP", "seconds", "Lets all keys wait for a time, in seconds.", 1, DebugSleep::run);

  private DebugSleep() {}

  private static void run(Call call) {
    long nanos = (long) (seconds(call.text(2)) * NANOS_A_SECOND);
    call.engine().clock().sleep(Duration.ofNanos(Math.max(nanos, 0)));
    call.reply().ok();
  }

  private static double seconds(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException noNumber) {
      return 0;
    }
  }
}
