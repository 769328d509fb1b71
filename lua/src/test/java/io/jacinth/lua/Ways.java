package io.jacinth.lua;

/** The ways in which a function may run: from its tree, compiled, and from one to the other. */
enum Ways {
  INTERPRETED(Integer.MAX_VALUE),
  COMPILED(0),
  CHANGING(40);

  private final int hotRounds;

  Ways(int hotRounds) {
    this.hotRounds = hotRounds;
  }

  /** Functions run this way from now on. */
  void choose() {
    Prototype.hotRounds = hotRounds;
  }
}
