package io.jacinth.persistence.rdb;

/** The bytes of a file that stand where a value's type may stand and mean something else. */
public final class RdbOpcode {
  /** Number, keys and deadlines of a cluster's slot. */
  public static final int SLOT_INFO = 244;

  /** A library of functions: its code. */
  public static final int FUNCTION = 245;

  /** A library of functions as release candidates of 7.0 wrote it. */
  public static final int FUNCTION_EARLY = 246;

  public static final int MODULE_AUX = 247;

  /** Seconds since the next key was last used. */
  public static final int IDLE = 248;

  /** How often the next key has been used of late. */
  public static final int FREQUENCY = 249;

  /** A fact about the file: name and value. */
  public static final int AUX = 250;

  /** Keys of the database, and those of them with a deadline. */
  public static final int RESIZE_DATABASE = 251;

  /** The deadline of the next key in milliseconds. */
  public static final int DEADLINE_MILLIS = 252;

  /** The deadline of the next key in seconds, before version 3. */
  public static final int DEADLINE_SECONDS = 253;

  public static final int SELECT_DATABASE = 254;
  public static final int END = 255;

  private RdbOpcode() {}
}
