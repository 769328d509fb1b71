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

  /** Whether the key is chosen that has not been used for longest. */
  public boolean isLru() {
    return this == VOLATILE_LRU || this == ALLKEYS_LRU;
  }

  /** Whether keys carry a frequency instead of the time of their last use. */
  public boolean isLfu() {
    return this == VOLATILE_LFU || this == ALLKEYS_LFU;
  }
}
