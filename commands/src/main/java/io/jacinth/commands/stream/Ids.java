package io.jacinth.commands.stream;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.protocol.Slice;

/** The ids among the arguments of a call, and in its reply. */
final class Ids {
  private static final CommandException INVALID =
      new CommandException("ERR Invalid stream ID specified as stream command argument");

  private Ids() {}

  static CommandException invalid() {
    return INVALID;
  }

  /**
   * Takes an argument that is {@code millis-sequence}, or {@code millis} for the sequence 0.
   *
   * @throws CommandException where it is neither
   */
  static StreamId exact(Call call, int index, StreamId into) {
    if (!into.parse(call.argument(index), 0)) {
      throw INVALID;
    }
    return into;
  }

  /** Sees to it that all arguments from one on are ids. */
  static void check(Call call, int first) {
    StreamId id = call.streamArguments().id();
    for (int i = first; i < call.count(); i++) {
      exact(call, i, id);
    }
  }

  /** Takes the lower bound of a range, inclusive; {@code (} before it excludes it. */
  static StreamId from(Call call, int index) {
    StreamId from = call.streamArguments().from();
    if (bound(call.argument(index), from, 0) && !from.increment()) {
      throw new CommandException("ERR invalid start ID for the interval");
    }
    return from;
  }

  /** Takes the upper bound of a range, inclusive; {@code (} before it excludes it. */
  static StreamId to(Call call, int index) {
    StreamId to = call.streamArguments().to();
    if (bound(call.argument(index), to, -1) && !to.decrement()) {
      throw new CommandException("ERR invalid end ID for the interval");
    }
    return to;
  }

  /** Takes a bound; true where it is excluded. */
  private static boolean bound(Slice text, StreamId into, long missing) {
    boolean isExcluded = text.length() > 1 && text.at(0) == '(';
    if (isExcluded) {
      text.set(text.segment(), text.offset() + 1, text.length() - 1);
    }
    boolean isSound = isExcluded ? into.parse(text, missing) : into.parseBound(text, missing);
    if (!isSound) {
      throw INVALID;
    }
    return isExcluded;
  }

  /** Answers an id as a bulk string. */
  static void answer(Call call, StreamId id) {
    call.streamArguments().id().set(id).writeTo(call.reply());
  }
}
