package io.jacinth.commands.debug;

import io.jacinth.engine.Call;
import io.jacinth.engine.keyspace.LockedWalk;

/**
 * {@code DEBUG DIGEST}: one SHA-1 of all data, the same as Redis's for the same data. Every lock is
 * held meanwhile.
 */
final class DebugDigest {
  static final DebugWord WORD =
      new DebugWord("DIGEST", "", "Answers a hash of all data.", 0, DebugDigest::run);

  private DebugDigest() {}

  private static void run(Call call) {
    DatasetDigest digest = new DatasetDigest();
    new LockedWalk(call.engine().partitions(), call.engine().settings().encodings, digest).run();
    call.reply().status(digest.text());
  }
}
