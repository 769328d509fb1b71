package io.jacinth.engine.tracking;

import io.jacinth.engine.ByteString;
import io.jacinth.engine.Client;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One client's state as a cache. Changed by the client's loop; whoever changes a key reads what is
 * volatile.
 */
public final class Tracker {
  private volatile @Nullable Client client;

  /** Null while tracking is off. */
  private volatile @Nullable Mode mode;

  private volatile boolean isRedirectBroken;

  /** Whether CLIENT CACHING was called for the next command. */
  private boolean isCaching;

  private final Map<ByteString, PrefixGroup> prefixes = new TreeMap<>();

  public Tracker(Client client) {
    this.client = client;
  }

  /** The client; null once it has gone. */
  @Nullable Client client() {
    return client;
  }

  public @Nullable Mode mode() {
    return mode;
  }

  void mode(@Nullable Mode newMode) {
    mode = newMode;
    isRedirectBroken = false;
    isCaching = false;
  }

  public boolean isRedirectBroken() {
    return isRedirectBroken;
  }

  void breakRedirect() {
    isRedirectBroken = true;
  }

  public boolean isCaching() {
    return isCaching;
  }

  /** CLIENT CACHING; undone by the end of the next command. */
  public void caching(boolean isOn) {
    isCaching = isOn;
  }

  /** Whether the keys that the current command reads are to be remembered. */
  public boolean remembers() {
    Mode now = mode;
    return now != null
        && !now.isBroadcast()
        && !(now.isOptIn() && !isCaching)
        && !(now.isOptOut() && isCaching);
  }

  /** The prefixes of a client in broadcast mode, in order. */
  public List<ByteString> prefixes() {
    return List.copyOf(prefixes.keySet());
  }

  /** Their number; read anywhere. */
  public int prefixCount() {
    return prefixes.size();
  }

  Map<ByteString, PrefixGroup> groups() {
    return prefixes;
  }

  void gone() {
    client = null;
  }
}
