package io.jacinth.engine.spec;

import java.util.Locale;

/** The flags of COMMAND INFO. A few are known to the server alone and not shown. */
public enum CommandFlag {
  WRITE,
  READONLY,
  /** May grow memory: refused when {@code maxmemory} is reached. */
  DENYOOM,
  ADMIN,
  PUBSUB,
  NOSCRIPT,
  BLOCKING,
  LOADING,
  STALE,
  SKIP_MONITOR,
  SKIP_SLOWLOG,
  ASKING,
  FAST,
  NO_AUTH,
  NO_MANDATORY_KEYS,
  NO_ASYNC_LOADING,
  NO_MULTI,
  MOVABLEKEYS,
  ALLOW_BUSY,
  /** Refused unless the client is privileged for it by {@code enable-debug-command} and its kin. */
  PROTECTED(false),
  /** Runs at once also where a transaction puts requests off. */
  IMMEDIATE(false),
  /** Changes no key, and yet reaches replicas: what is published, scripts. */
  MAY_REPLICATE(false),
  SENTINEL(false),
  ONLY_SENTINEL(false);

  private final boolean shown;

  CommandFlag() {
    this(true);
  }

  CommandFlag(boolean shown) {
    this.shown = shown;
  }

  public boolean isShown() {
    return shown;
  }

  /** The name in COMMAND INFO. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
