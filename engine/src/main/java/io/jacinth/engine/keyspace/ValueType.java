package io.jacinth.engine.keyspace;

/** The types of values. The order is that of the bits in an entry's header: append only. */
public enum ValueType {
  STRING("string"),
  LIST("list"),
  SET("set"),
  ZSET("zset"),
  HASH("hash"),
  STREAM("stream");

  private static final ValueType[] VALUES = values();

  private final String wireName;

  ValueType(String wireName) {
    this.wireName = wireName;
  }

  /** The name in TYPE's reply. */
  public String wireName() {
    return wireName;
  }

  static ValueType of(int code) {
    return VALUES[code];
  }
}
