package io.jacinth.engine.keyspace;

/** How a value lies in memory. The order is that of the bits in an entry's header: append only. */
public enum Encoding {
  /** A string that is a 64-bit integer: 8 bytes. */
  INT("int"),
  /** A string of at most {@value Entry#MAX_EMBSTR} bytes, never modified since it was set. */
  EMBSTR("embstr"),
  /** A string in the entry's block. */
  RAW("raw"),
  /** A string in a block of its own, whose reference and length lie in the entry. */
  LARGE("raw");

  private static final Encoding[] VALUES = values();

  private final String wireName;

  Encoding(String wireName) {
    this.wireName = wireName;
  }

  /** The name in OBJECT ENCODING's reply. */
  public String wireName() {
    return wireName;
  }

  static Encoding of(int code) {
    return VALUES[code];
  }
}
