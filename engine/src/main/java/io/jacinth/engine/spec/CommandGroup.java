package io.jacinth.engine.spec;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The groups of COMMAND DOCS, each with the ACL category that its commands are in. */
public enum CommandGroup {
  GENERIC(AclCategory.KEYSPACE),
  STRING(AclCategory.STRING),
  LIST(AclCategory.LIST),
  SET(AclCategory.SET),
  SORTED_SET(AclCategory.SORTEDSET),
  HASH(AclCategory.HASH),
  PUBSUB(AclCategory.PUBSUB),
  TRANSACTIONS(AclCategory.TRANSACTION),
  CONNECTION(AclCategory.CONNECTION),
  SERVER(null),
  SCRIPTING(AclCategory.SCRIPTING),
  HYPERLOGLOG(AclCategory.HYPERLOGLOG),
  CLUSTER(null),
  SENTINEL(null),
  GEO(AclCategory.GEO),
  STREAM(AclCategory.STREAM),
  BITMAP(AclCategory.BITMAP);

  private final @Nullable AclCategory category;

  CommandGroup(@Nullable AclCategory category) {
    this.category = category;
  }

  public @Nullable AclCategory category() {
    return category;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
