package io.jacinth.engine.spec;

/** Which partitions a command needs to itself while it runs. */
public enum LockScope {
  /** Those of its keys; none if it has no keys. */
  KEYS,
  /** Every partition: the command sees and changes everything at one instant. */
  ALL
}
