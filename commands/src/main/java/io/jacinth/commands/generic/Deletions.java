package io.jacinth.commands.generic;

import io.jacinth.engine.Call;
import io.jacinth.engine.keyspace.KeyEvent;

/** What DEL and UNLINK share. */
final class Deletions {
  private Deletions() {}

  /** Removes the keys that the call names; answers how many there were. */
  static int delete(Call call) {
    int deleted = 0;
    for (int i = 1; i < call.count(); i++) {
      if (call.database().delete(call.key(i), KeyEvent.DEL)) {
        deleted++;
      }
    }
    return deleted;
  }
}
