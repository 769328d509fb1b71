package io.jacinth.engine.log;

/** How much a line of the log matters, from the least. */
public enum LogLevel {
  DEBUG('.'),
  VERBOSE('-'),
  NOTICE('*'),
  WARNING('#');

  private final char mark;

  LogLevel(char mark) {
    this.mark = mark;
  }

  /** The character that shows the level in a line. */
  public char mark() {
    return mark;
  }
}
