package io.jacinth.commands.hash;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.Argument;
import io.jacinth.protocol.Reply;

/** {@code FIELDS numfields field [field ...]}, which ends the call of a command on some fields. */
final class FieldList {
  /** How it reads in COMMAND DOCS. */
  static final Argument ARGUMENT =
      Argument.block("fields", Argument.integer("numfields"), Argument.string("field").multiple())
          .token("FIELDS");

  private static final CommandException MISSING =
      new CommandException("ERR Mandatory argument FIELDS is missing or not at the right position");
  private static final CommandException WRONG_COUNT =
      new CommandException("ERR The `numfields` parameter must match the number of arguments");

  private FieldList() {}

  /**
   * Checks the words from a position to the end; answers the position of the first field.
   *
   * @param countError what is said of a number that is not positive
   */
  static int first(Call call, int index, String countError) {
    if (index >= call.count() || !call.is(index, "FIELDS")) {
      throw MISSING;
    }
    if (index + 1 >= call.count()) {
      throw arity(call);
    }
    long count = call.integer(index + 1, 1, Long.MAX_VALUE, countError);
    if (count != call.count() - index - 2) {
      throw WRONG_COUNT;
    }
    return index + 2;
  }

  /** As {@link #first(Call, int, String)}, with the words of most commands. */
  static int first(Call call, int index) {
    return first(call, index, "ERR Number of fields must be a positive integer");
  }

  static CommandException arity(Call call) {
    return new CommandException(
        "ERR wrong number of arguments for '" + call.command().name() + "' command");
  }

  /** Answers the same for every field: the hash is not there. */
  static void answerAll(Call call, int first, long code) {
    Reply reply = call.reply();
    reply.array(call.count() - first);
    for (int i = first; i < call.count(); i++) {
      reply.integer(code);
    }
  }
}
