package io.jacinth.engine.spec;

import java.util.Locale;

/** What a command does with a key: the flags of a key specification in COMMAND INFO. */
public enum KeyFlag {
  /** Reads the value, changes nothing. */
  RO,
  /** Reads and changes. */
  RW,
  /** Overwrites without reading. */
  OW,
  /** Deletes without reading. */
  RM,
  /** Returns, copies or otherwise uses the user's data. */
  ACCESS,
  UPDATE,
  INSERT,
  DELETE,
  NOT_KEY,
  INCOMPLETE,
  VARIABLE_FLAGS;

  public String wireName() {
    return this == NOT_KEY || this == INCOMPLETE || this == VARIABLE_FLAGS
        ? name().toLowerCase(Locale.ROOT)
        : this.ordinal() <= RM.ordinal() ? name() : name().toLowerCase(Locale.ROOT);
  }
}
