package io.jacinth.engine.config;

import java.util.List;

/** The words of a value that is given as one text. */
final class Words {
  private Words() {}

  /** The parts between single spaces; two spaces in a row hold an empty one. */
  static List<String> splitAtSpaces(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }
}
