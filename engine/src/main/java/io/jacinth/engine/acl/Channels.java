package io.jacinth.engine.acl;

import io.jacinth.engine.RegisteredCommand;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the channels stand among a command's arguments. Leaving a channel needs no permission.
 *
 * @param last position of the last one; negative: counted from the end
 * @param isPattern whether they are patterns, which must be named literally by a rule
 */
record Channels(int last, boolean isPattern) {
  /** Position of the first one, in every command. */
  static final int FIRST = 1;

  private static final Map<String, Channels> BY_COMMAND =
      Map.of(
          "publish", new Channels(1, false),
          "spublish", new Channels(1, false),
          "subscribe", new Channels(-1, false),
          "ssubscribe", new Channels(-1, false),
          "psubscribe", new Channels(-1, true));

  /** The channels of a command; null where it has none. */
  static @Nullable Channels of(RegisteredCommand command) {
    return BY_COMMAND.get(command.name());
  }
}
