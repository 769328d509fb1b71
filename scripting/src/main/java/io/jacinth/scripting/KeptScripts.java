package io.jacinth.scripting;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Scripts by their digests. Those that came with EVAL are a cache: beyond {@value #MOST} of them
 * the one goes that was not used for longest. What SCRIPT LOAD brought stays. Used from every
 * thread.
 */
final class KeptScripts {
  /** As many as in Redis. */
  private static final int MOST = 500;

  private static final Comparator<Map.Entry<Digest, Script>> BY_USE =
      Comparator.comparingLong(entry -> entry.getValue().usedNanos());

  private final Map<Digest, Script> scripts = new ConcurrentHashMap<>();

  /** How many may go. */
  private int cached;

  private volatile long sourceBytes;
  private volatile long evicted;

  @Nullable Script find(Digest digest) {
    return scripts.get(digest);
  }

  /** Keeps a script, unless there is one under its digest; answers the one that is kept. */
  synchronized Script add(Digest digest, Script script, long nowNanos) {
    Script earlier = scripts.get(digest);
    if (earlier != null) {
      return earlier;
    }
    if (cached >= MOST) {
      evict();
    }
    script.used(nowNanos);
    scripts.put(digest, script);
    sourceBytes += script.source().length;
    cached++;
    return script;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // under the monitor, read without
  private void evict() {
    scripts.entrySet().stream()
        .filter(entry -> !entry.getValue().isLoaded())
        .min(BY_USE)
        .ifPresent(
            entry -> {
              scripts.remove(entry.getKey());
              sourceBytes -= entry.getValue().source().length;
              cached--;
              evicted++;
            });
  }

  /** Keeps a script, which is there, for good. */
  synchronized void load(Script script) {
    if (!script.isLoaded()) {
      script.load();
      cached--;
    }
  }

  synchronized void clear() {
    scripts.clear();
    cached = 0;
    sourceBytes = 0;
  }

  int size() {
    return scripts.size();
  }

  /** Bytes of all texts. */
  long sourceBytes() {
    return sourceBytes;
  }

  /** How many have gone to make room for others. */
  long evicted() {
    return evicted;
  }

  void forEach(Consumer<Script> visitor) {
    scripts.values().forEach(visitor);
  }
}
