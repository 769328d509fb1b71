package io.jacinth.engine.value;

import java.util.Locale;

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
  private final String upperCaseName;

  ValueType(String wireName) {
    this.wireName = wireName;
    this.upperCaseName = wireName.toUpperCase(Locale.ROOT);
  }

  /** The name in TYPE's reply. */
  public String wireName() {
    return wireName;
  }

  /** The name that {@link io.jacinth.protocol.Slice#is} compares with, for SCAN's option TYPE. */
  public String upperCaseName() {
    return upperCaseName;
  }

  public static ValueType of(int code) {
    return VALUES[code];
  }
}
