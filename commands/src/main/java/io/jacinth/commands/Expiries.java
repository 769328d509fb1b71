package io.jacinth.commands;

import io.jacinth.engine.Call;

/** In which words the deadline of a key is written down. */
public final class Expiries {
  private Expiries() {}

  /** Key 1 gets a deadline, in milliseconds since 1970, which deletes it where it has passed. */
  public static void write(Call call, long deadline) {
    if (deadline <= call.nowMillis()) {
      call.propagation().instead("DEL").word(call.argument(1));
    } else {
      call.propagation().instead("PEXPIREAT").word(call.argument(1)).word(deadline);
    }
  }
}
