package io.jacinth.engine.log;

/** What the server is while it writes a line. */
public enum LogRole {
  PRIMARY('M'),
  REPLICA('S'),
  CHILD('C'),
  SENTINEL('X');

  private final char mark;

  LogRole(char mark) {
    this.mark = mark;
  }

  /** The character that shows the role in a line. */
  public char mark() {
    return mark;
  }
}
