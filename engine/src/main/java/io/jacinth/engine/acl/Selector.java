package io.jacinth.engine.acl;

import io.jacinth.engine.Glob;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.spec.CommandFlag;
import io.jacinth.protocol.RequestParser;
import io.jacinth.protocol.Slice;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Commands, keys and channels that are open together. A request is allowed where one selector of
 * the user allows all of it. Immutable.
 *
 * @param commands a bit a command, by its id
 * @param firstArguments by command id, the first arguments with which a command that is closed may
 *     run all the same ({@code +select|0}); null where there are none
 * @param isOpenToNewCommands whether the rules began with {@code +@all}
 * @param commandRules the modifiers after that, in their order
 */
record Selector(
    boolean allCommands,
    boolean allKeys,
    boolean allChannels,
    long[] commands,
    @Nullable List<String> @Nullable [] firstArguments,
    boolean isOpenToNewCommands,
    List<String> commandRules,
    List<KeyPattern> keys,
    List<Slice> channels) {

  /** Whether nothing is closed. */
  boolean isUnrestricted() {
    return allCommands && allKeys && allChannels;
  }

  /** Whether the command is open, with the arguments given. */
  boolean allowsCommand(RegisteredCommand command, RequestParser request, int shift, Slice view) {
    int id = command.id();
    return allCommands
        || (commands[id >>> 6] >>> id & 1) != 0
        || command.spec().has(CommandFlag.NO_AUTH)
        || allowsFirstArgument(id, request, shift, view);
  }

  private boolean allowsFirstArgument(int id, RequestParser request, int shift, Slice view) {
    List<String> allowed = firstArguments == null ? null : firstArguments[id];
    if (allowed == null || request.count() - shift < 2) {
      return false;
    }
    String argument = request.argument(shift + 1, view).toString();
    for (int i = 0; i < allowed.size(); i++) {
      if (allowed.get(i).equalsIgnoreCase(argument)) {
        return true;
      }
    }
    return false;
  }

  boolean allowsKey(Slice key, int needed) {
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).opens(key, needed)) {
        return true;
      }
    }
    return allKeys;
  }

  /** Whether it matters what a command does with a key. */
  boolean distinguishesUse() {
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).permissions() != KeyPattern.ALL) {
        return true;
      }
    }
    return false;
  }

  /** Whether every key there may be is open. */
  boolean allowsEveryKey(int needed) {
    return allKeys || keys.stream().anyMatch(pattern -> pattern.opensAll(needed));
  }

  boolean allowsChannel(Slice channel, boolean isPattern) {
    for (int i = 0; i < channels.size(); i++) {
      Slice rule = channels.get(i);
      if (isPattern ? rule.contentEquals(channel) : Glob.matches(rule, channel, false)) {
        return true;
      }
    }
    return allChannels;
  }

  /** The rules on keys as ACL GETUSER shows them. */
  String describeKeys() {
    return allKeys ? "~*" : keys.stream().map(KeyPattern::describe).collect(joining());
  }

  /** The rules on channels as ACL GETUSER shows them. */
  String describeChannels() {
    return allChannels ? "&*" : channels.stream().map(channel -> "&" + channel).collect(joining());
  }

  /** The rules on commands: the first says how it began, the others follow in their order. */
  String describeCommands() {
    String start = isOpenToNewCommands ? "+@all" : "-@all";
    return commandRules.isEmpty() ? start : start + " " + String.join(" ", commandRules);
  }

  private static Collector<CharSequence, ?, String> joining() {
    return Collectors.joining(" ");
  }

  /** All of it as modifiers. */
  String describe() {
    StringBuilder out = new StringBuilder();
    append(out, describeKeys());
    if (!allChannels) {
      append(out, "resetchannels");
    }
    append(out, describeChannels());
    append(out, describeCommands());
    return out.toString();
  }

  private static void append(StringBuilder out, String part) {
    if (!part.isEmpty()) {
      out.append(out.isEmpty() ? "" : " ").append(part);
    }
  }

  /** Identity: selectors are shared, not compared. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
