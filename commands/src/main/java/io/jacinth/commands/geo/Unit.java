package io.jacinth.commands.geo;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.Argument;

/** The units of lengths. */
enum Unit {
  M("M", 1),
  KM("KM", 1000),
  FT("FT", 0.3048),
  MI("MI", 1609.34);

  private static final Unit[] ALL = values();

  final String word;
  final double meters;

  Unit(String word, double meters) {
    this.word = word;
    this.meters = meters;
  }

  /**
   * The unit that an argument names.
   *
   * @throws CommandException where it names none
   */
  static Unit of(Call call, int index) {
    for (Unit unit : ALL) {
      if (call.is(index, unit.word)) {
        return unit;
      }
    }
    throw new CommandException("ERR unsupported unit provided. please use M, KM, FT, MI");
  }

  /** As an argument of specifications. */
  static Argument argument() {
    return Argument.oneOf(
        "unit", Argument.word("M"), Argument.word("KM"), Argument.word("FT"), Argument.word("MI"));
  }
}
