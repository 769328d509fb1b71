package io.jacinth.engine.spec;

/** Which partitions a command needs to itself while it runs. */
public enum LockScope {
  /** Those of its keys; none if it has no keys. */
  KEYS,
  /** Takes one partition's lock after the other by itself, unless the call holds them all. */
  STEPS,
  /** As {@link #STEPS}, by a script, which may find the last command's lock still held. */
  SCRIPT,
  /** Every partition: the command sees and changes everything at one instant. */
  ALL
}
