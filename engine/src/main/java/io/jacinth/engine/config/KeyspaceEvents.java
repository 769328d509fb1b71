package io.jacinth.engine.config;

/**
 * The classes of keyspace events, a bit each, and the letters that stand for them in
 * notify-keyspace-events.
 */
public final class KeyspaceEvents {
  public static final int KEYSPACE = 1;
  public static final int KEYEVENT = 1 << 1;
  public static final int GENERIC = 1 << 2;
  public static final int STRING = 1 << 3;
  public static final int LIST = 1 << 4;
  public static final int SET = 1 << 5;
  public static final int HASH = 1 << 6;
  public static final int SORTED_SET = 1 << 7;
  public static final int EXPIRED = 1 << 8;
  public static final int EVICTED = 1 << 9;
  public static final int STREAM = 1 << 10;
  public static final int KEY_MISS = 1 << 11;
  public static final int MODULE = 1 << 13;
  public static final int NEW_KEY = 1 << 14;

  /** What the letter A stands for: all but misses and new keys. */
  public static final int ALL =
      GENERIC | STRING | LIST | SET | HASH | SORTED_SET | EXPIRED | EVICTED | STREAM | MODULE;

  private static final String LETTERS = "g$lshzxetdnKEm";
  private static final int[] BITS = {
    GENERIC,
    STRING,
    LIST,
    SET,
    HASH,
    SORTED_SET,
    EXPIRED,
    EVICTED,
    STREAM,
    MODULE,
    NEW_KEY,
    KEYSPACE,
    KEYEVENT,
    KEY_MISS
  };
  private static final String AFTER_ALL = "KEm";

  private KeyspaceEvents() {}

  static int parse(String letters) throws ConfigException {
    int flags = 0;
    for (int i = 0; i < letters.length(); i++) {
      flags |= bits(letters.charAt(i));
    }
    return flags;
  }

  private static int bits(char letter) throws ConfigException {
    if (letter == 'A') {
      return ALL;
    }
    int at = LETTERS.indexOf(letter);
    if (at < 0) {
      throw new ConfigException("Invalid event class character. Use 'Ag$lshzxeKEtmdn'.");
    }
    return BITS[at];
  }

  /** The class that a letter stands for; 0 where it stands for none. */
  public static int bit(char letter) {
    int at = LETTERS.indexOf(letter);
    return at < 0 ? 0 : BITS[at];
  }

  /** The letters of flags; as in Redis 7.0, new keys go unmentioned beside A. */
  static String format(int flags) {
    boolean all = (flags & ALL) == ALL;
    StringBuilder letters = new StringBuilder(all ? "A" : "");
    for (int i = 0; i < BITS.length; i++) {
      char letter = LETTERS.charAt(i);
      if ((flags & BITS[i]) != 0 && (!all || AFTER_ALL.indexOf(letter) >= 0)) {
        letters.append(letter);
      }
    }
    return letters.toString();
  }
}
