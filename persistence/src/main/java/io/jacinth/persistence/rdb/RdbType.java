package io.jacinth.persistence.rdb;

/** The bytes that name the form of a value. */
public final class RdbType {
  public static final int STRING = 0;
  public static final int LIST = 1;
  public static final int SET = 2;

  /** Scores as text. */
  public static final int ZSET = 3;

  public static final int HASH = 4;

  /** Scores as doubles. */
  public static final int ZSET_2 = 5;

  public static final int MODULE = 6;
  public static final int MODULE_2 = 7;
  public static final int HASH_ZIPMAP = 9;
  public static final int LIST_ZIPLIST = 10;
  public static final int SET_INTSET = 11;
  public static final int ZSET_ZIPLIST = 12;
  public static final int HASH_ZIPLIST = 13;

  /** A list of ziplists. */
  public static final int LIST_QUICKLIST = 14;

  public static final int STREAM_LISTPACKS = 15;
  public static final int HASH_LISTPACK = 16;
  public static final int ZSET_LISTPACK = 17;

  /** A list of listpacks and long elements. */
  public static final int LIST_QUICKLIST_2 = 18;

  /** With the first and the greatest deleted id and what groups have read. */
  public static final int STREAM_LISTPACKS_2 = 19;

  /** From version 11 on. */
  public static final int SET_LISTPACK = 20;

  /** With the time at which consumers were last active, from version 11 on. */
  public static final int STREAM_LISTPACKS_3 = 21;

  /** Fields with deadlines as the first releases of 7.4 wrote them, whole and not relative. */
  public static final int HASH_METADATA_EARLY = 22;

  /** As {@link #HASH_LISTPACK_EX}, without the earliest deadline in front. */
  public static final int HASH_LISTPACK_EX_EARLY = 23;

  /** Fields with deadlines, from version 12 on. */
  public static final int HASH_METADATA = 24;

  /** A listpack of fields, values and deadlines, from version 12 on. */
  public static final int HASH_LISTPACK_EX = 25;

  /** The version that redis-server 7.0 reads and writes. */
  public static final int VERSION_7_0 = 10;

  /** The newest version that is read. */
  public static final int NEWEST_VERSION = 12;

  private static final String[] NAMES = {
    "string",
    "list-linked",
    "set-hashtable",
    "zset-v1",
    "hash-hashtable",
    "zset-v2",
    "module-value-pre-release",
    "module-value",
    "",
    "hash-zipmap",
    "list-ziplist",
    "set-intset",
    "zset-ziplist",
    "hash-ziplist",
    "quicklist",
    "stream",
    "hash-listpack",
    "zset-listpack",
    "quicklist-v2",
    "stream-v2",
    "set-listpack",
    "stream-v3",
    "hash-hashtable-md-early",
    "hash-listpack-md-early",
    "hash-hashtable-md",
    "hash-listpack-md"
  };

  /** What redis-check-rdb calls a form; "unknown" where there is none. */
  public static String name(int type) {
    return type >= 0 && type < NAMES.length ? NAMES[type] : "unknown";
  }

  private RdbType() {}
}
