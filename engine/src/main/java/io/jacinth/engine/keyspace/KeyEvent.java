package io.jacinth.engine.keyspace;

import io.jacinth.engine.config.KeyspaceEvents;

/**
 * What happened to a key, under the name of its keyspace notification. Said by the function that
 * performs the change, through {@link Effects#changed}.
 */
public enum KeyEvent {
  SET('$', "set"),
  SETRANGE('$', "setrange"),
  APPEND('$', "append"),
  SETBIT('$', "setbit"),
  PFADD('$', "pfadd"),
  INCRBY('$', "incrby"),
  INCRBYFLOAT('$', "incrbyfloat"),
  HSET('h', "hset"),
  HINCRBY('h', "hincrby"),
  HINCRBYFLOAT('h', "hincrbyfloat"),
  HDEL('h', "hdel"),
  HEXPIRE('h', "hexpire"),
  HPERSIST('h', "hpersist"),
  HEXPIRED('h', "hexpired"),
  SADD('s', "sadd"),
  SREM('s', "srem"),
  SPOP('s', "spop"),
  SINTERSTORE('s', "sinterstore"),
  SUNIONSTORE('s', "sunionstore"),
  SDIFFSTORE('s', "sdiffstore"),
  LPUSH('l', "lpush"),
  RPUSH('l', "rpush"),
  LPOP('l', "lpop"),
  RPOP('l', "rpop"),
  LINSERT('l', "linsert"),
  LSET('l', "lset"),
  LREM('l', "lrem"),
  LTRIM('l', "ltrim"),
  SORTSTORE('l', "sortstore"),
  DEL('g', "del"),
  RENAME_FROM('g', "rename_from"),
  RENAME_TO('g', "rename_to"),
  MOVE_FROM('g', "move_from"),
  MOVE_TO('g', "move_to"),
  COPY_TO('g', "copy_to"),
  RESTORE('g', "restore"),
  EXPIRE('g', "expire"),
  PERSIST('g', "persist"),
  XADD('t', "xadd"),
  XDEL('t', "xdel"),
  XTRIM('t', "xtrim"),
  XSETID('t', "xsetid"),
  XGROUP_CREATE('t', "xgroup-create"),
  XGROUP_SETID('t', "xgroup-setid"),
  XGROUP_DESTROY('t', "xgroup-destroy"),
  XGROUP_CREATECONSUMER('t', "xgroup-createconsumer"),
  XGROUP_DELCONSUMER('t', "xgroup-delconsumer"),
  ZADD('z', "zadd"),
  ZINCR('z', "zincr"),
  ZREM('z', "zrem"),
  ZREMRANGEBYRANK('z', "zremrangebyrank"),
  ZREMRANGEBYSCORE('z', "zremrangebyscore"),
  ZREMRANGEBYLEX('z', "zremrangebylex"),
  ZPOPMIN('z', "zpopmin"),
  ZPOPMAX('z', "zpopmax"),
  ZDIFFSTORE('z', "zdiffstore"),
  ZINTERSTORE('z', "zinterstore"),
  ZUNIONSTORE('z', "zunionstore"),
  ZRANGESTORE('z', "zrangestore"),
  GEORADIUSSTORE('z', "georadiusstore"),
  GEOSEARCHSTORE('z', "geosearchstore"),
  EXPIRED('x', "expired"),
  EVICTED('e', "evicted"),
  /** A key has come into being; said before what made it. */
  NEW('n', "new"),
  /** A read found no key. */
  KEYMISS('m', "keymiss"),
  /** A change of a string that no notification tells of, as of a cached count. */
  UNTOLD('\0', ""),
  /** A change that no notification tells of: of a form, or of what is pending in a stream. */
  SILENT('\0', "");

  private final char eventClass;
  private final int bit;
  private final String wireName;

  KeyEvent(char eventClass, String wireName) {
    this.eventClass = eventClass;
    this.bit = KeyspaceEvents.bit(eventClass);
    this.wireName = wireName;
  }

  /**
   * Whether it changes what readers see: those who watch the key are told of it. Consumer groups
   * may change behind their backs, as in Redis.
   */
  public boolean isSeen() {
    return switch (this) {
      case SILENT,
          XSETID,
          XGROUP_CREATE,
          XGROUP_SETID,
          XGROUP_DESTROY,
          XGROUP_CREATECONSUMER,
          XGROUP_DELCONSUMER ->
          false;
      default -> true;
    };
  }

  /** Whether it was done by a client's command, and not by time or for want of memory. */
  public boolean isOwn() {
    return this != EXPIRED && this != EVICTED && this != HEXPIRED;
  }

  /**
   * Whether clients that wait for the key are asked again: as in Redis, they do not see that a
   * group goes on behind another id until an entry comes.
   */
  public boolean isAwaited() {
    return this != XGROUP_SETID;
  }

  /** The letter of {@code notify-keyspace-events} that asks for it; 0: none. */
  public char eventClass() {
    return eventClass;
  }

  /** The class as a bit of {@link KeyspaceEvents}; 0: none. */
  public int bit() {
    return bit;
  }

  public String wireName() {
    return wireName;
  }
}
