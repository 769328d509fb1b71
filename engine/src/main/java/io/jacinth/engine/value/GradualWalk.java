package io.jacinth.engine.value;

/**
 * Shows a large collection as it was at one instant, a little at a time, while commands change it.
 * Used under the partition's lock. While it goes on, the collection is not freed.
 */
public interface GradualWalk {
  /** Goes on by a little; true at the end. */
  boolean step();

  /** Ends the walk, at its end or before. */
  void end();
}
