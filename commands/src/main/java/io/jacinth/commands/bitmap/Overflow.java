package io.jacinth.commands.bitmap;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;

/** What becomes of a value that its field cannot hold. */
enum Overflow {
  /** The lowest bits are kept. */
  WRAP,
  /** The nearest value that the field can hold. */
  SAT,
  /** The field stays as it is and the reply is nil. */
  FAIL;

  private static final CommandException UNKNOWN =
      new CommandException("ERR Invalid OVERFLOW type specified");

  static Overflow of(Call call, int index) {
    if (call.is(index, "WRAP")) {
      return WRAP;
    }
    if (call.is(index, "SAT")) {
      return SAT;
    }
    if (call.is(index, "FAIL")) {
      return FAIL;
    }
    throw UNKNOWN;
  }
}
