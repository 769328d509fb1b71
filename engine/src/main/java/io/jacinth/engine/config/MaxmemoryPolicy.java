package io.jacinth.engine.config;

/** Which key makes room when memory is used up. */
public enum MaxmemoryPolicy {
  VOLATILE_LRU,
  VOLATILE_LFU,
  VOLATILE_RANDOM,
  VOLATILE_TTL,
  ALLKEYS_LRU,
  ALLKEYS_LFU,
  ALLKEYS_RANDOM,
  NOEVICTION;

  /** Whether only keys with a deadline make room. */
  public boolean isVolatile() {
    return ordinal() <= VOLATILE_TTL.ordinal();
  }

  /** Whether keys carry a frequency instead of the time of their last use. */
  public boolean isLfu() {
    return this == VOLATILE_LFU || this == ALLKEYS_LFU;
  }
}
