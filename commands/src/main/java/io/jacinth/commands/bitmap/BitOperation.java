package io.jacinth.commands.bitmap;

import io.jacinth.engine.error.CommandException;
import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

/** What BITOP makes of its sources. */
enum BitOperation {
  AND,
  OR,
  XOR,
  NOT,
  /** In the first source and in no other. */
  DIFF,
  /** Not in the first source, but in another. */
  DIFF1,
  /** In the first source and in another. */
  ANDOR,
  /** In exactly one source. */
  ONE;

  private static final BitOperation[] ALL = values();

  private final CommandException tooFew =
      new CommandException(
          "ERR BITOP " + name() + " must be called with at least two source keys.");
  private static final CommandException NOT_OF_MANY =
      new CommandException("ERR BITOP NOT must be called with a single source key.");

  static @Nullable BitOperation named(Slice word) {
    for (BitOperation operation : ALL) {
      if (word.is(operation.name())) {
        return operation;
      }
    }
    return null;
  }

  /** Refuses a number of sources that makes no sense. */
  void checkSources(int count) {
    switch (this) {
      case AND, OR, XOR, ONE -> {}
      case NOT -> {
        if (count != 1) {
          throw NOT_OF_MANY;
        }
      }
      case DIFF, DIFF1, ANDOR -> {
        if (count < 2) {
          throw tooFew;
        }
      }
    }
  }
}
