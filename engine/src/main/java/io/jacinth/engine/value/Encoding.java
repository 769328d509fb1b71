package io.jacinth.engine.value;

/**
 * How a value lies in memory. The order is that of the bits in an entry's header: append only.
 * There are three bits: {@link #STRUCTURE} shares them with {@link #INT}, which only strings have.
 */
public enum Encoding {
  /** A string that is a 64-bit integer: 8 bytes. */
  INT("int"),
  /** A string of at most 44 bytes, never modified since it was set. */
  EMBSTR("embstr"),
  /** A string in the entry's block. */
  RAW("raw"),
  /** A string in a block of its own, whose reference and length lie in the entry. */
  LARGE("raw"),
  /** A collection that is one packed list in the entry's block. */
  LISTPACK("listpack"),
  /**
   * A packed list with an element longer than the packed form is meant for. It stays packed while
   * it is small, but is named as if it were not.
   */
  LISTPACK_WIDE("hashtable"),
  /** A packed list of fields, values and deadlines. */
  LISTPACK_EX("listpackex"),
  /** A sorted array of integers in the entry's block. */
  INTSET("intset"),
  /** A {@link Structure}, whose number lies in the entry; it knows its name. */
  STRUCTURE("structure");

  private static final Encoding[] VALUES = values();

  private final String wireName;

  Encoding(String wireName) {
    this.wireName = wireName;
  }

  /** The name in OBJECT ENCODING's reply. */
  public String wireName() {
    return wireName;
  }

  public static Encoding of(int code) {
    return VALUES[code];
  }
}
