package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/** A local variable that several functions share and some of them change. */
final class Cell {
  @Nullable Object value;

  Cell(@Nullable Object value) {
    this.value = value;
  }

  static Cell of(@Nullable Object value) {
    return new Cell(value);
  }
}
