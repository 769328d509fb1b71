package io.jacinth.engine.spec;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

  /** The category of a name without the {@code @}, in any case; null: none. */
  public static @Nullable AclCategory named(String name) {
    for (AclCategory category : values()) {
      if (category.wireName().equalsIgnoreCase(name)) {
        return category;
      }
    }
    return null;
  }

  /** The name without the {@code @}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
