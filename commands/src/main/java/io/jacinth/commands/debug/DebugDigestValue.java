package io.jacinth.commands.debug;

import io.jacinth.engine.Call;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;

/**
 * {@code DEBUG DIGEST-VALUE key ...}: a SHA-1 of each value, without its key; zeros where there is
 * no key. The same as Redis's for the same value.
 */
final class DebugDigestValue {
  static final DebugWord WORD =
      new DebugWord(
          "DIGEST-VALUE",
          "<key> [<key> ...]",
          "Answers a hash of each value.",
          0,
          Integer.MAX_VALUE,
          DebugDigestValue::run);

  private DebugDigestValue() {}

  private static void run(Call call) {
    ValueDigest digest = new ValueDigest();
    call.reply().array(call.count() - 2L);
    for (int i = 2; i < call.count(); i++) {
      Key key = call.keyNamed(call.argument(i));
      Entry entry = call.database().peek(key);
      digest.clear();
      if (entry != null) {
        digest.mixValue(call.database().stored(key, entry));
      }
      call.reply().status(digest.text());
    }
  }
}
