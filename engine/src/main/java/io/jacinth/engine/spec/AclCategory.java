package io.jacinth.engine.spec;

import java.util.Locale;

/** The categories of ACL CAT. */
public enum AclCategory {
  KEYSPACE,
  READ,
  WRITE,
  SET,
  SORTEDSET,
  LIST,
  HASH,
  STRING,
  BITMAP,
  HYPERLOGLOG,
  GEO,
  STREAM,
  PUBSUB,
  ADMIN,
  FAST,
  SLOW,
  BLOCKING,
  DANGEROUS,
  CONNECTION,
  TRANSACTION,
  SCRIPTING;

  /** The name without the {@code @}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
