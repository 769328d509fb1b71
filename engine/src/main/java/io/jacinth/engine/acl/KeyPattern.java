package io.jacinth.engine.acl;

import io.jacinth.engine.Glob;
import io.jacinth.engine.spec.KeyFlag;
import io.jacinth.protocol.Slice;
import java.util.Set;

/**
 * Keys that a selector opens, and what for: {@code ~pattern}, {@code %R~pattern}, {@code
 * %W~pattern}.
 *
 * @param glob the pattern's bytes; never moved
 * @param permissions {@link #READ}, {@link #WRITE} or both
 */
record KeyPattern(String text, Slice glob, int permissions) {
  static final int READ = 1;
  static final int WRITE = 2;
  static final int ALL = READ | WRITE;

  KeyPattern(String text, int permissions) {
    this(text, Slice.ofLatin1(text), permissions);
  }

  /** Whether it opens a key for what is needed of it. */
  boolean opens(Slice key, int needed) {
    return (permissions & needed) == needed && Glob.matches(glob, key, false);
  }

  /** Whether it opens every key for what is needed. */
  boolean opensAll(int needed) {
    return (permissions & needed) == needed && text.equals("*");
  }

  /** What a command with such key flags needs. */
  static int needed(Set<KeyFlag> flags) {
    int needed = flags.contains(KeyFlag.ACCESS) ? READ : 0;
    boolean writes =
        flags.contains(KeyFlag.INSERT)
            || flags.contains(KeyFlag.DELETE)
            || flags.contains(KeyFlag.UPDATE);
    return writes ? needed | WRITE : needed;
  }

  /** The pattern as a modifier. */
  String describe() {
    return switch (permissions) {
      case READ -> "%R~" + text;
      case WRITE -> "%W~" + text;
      default -> "~" + text;
    };
  }
}
