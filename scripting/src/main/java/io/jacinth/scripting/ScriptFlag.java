package io.jacinth.scripting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a script or a function says of itself. */
enum ScriptFlag {
  NO_WRITES,
  ALLOW_OOM,
  ALLOW_STALE,
  NO_CLUSTER,
  ALLOW_CROSS_SLOT_KEYS;

  /** As it is written. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static @Nullable ScriptFlag of(String text) {
    for (ScriptFlag flag : values()) {
      if (flag.text().equals(text)) {
        return flag;
      }
    }
    return null;
  }
}
