package io.jacinth.engine.observe;

import io.jacinth.engine.Call;
import io.jacinth.engine.KeyPositions;
import io.jacinth.engine.keyspace.Key;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Looks at one command of so many for a search for hot keys. Owned by a worker. */
public final class HotKeySampler {
  private final RandomGenerator random;
  private @Nullable HotKeySession session;
  private HotKeySession.@Nullable Tables tables;
  private long skip;

  public HotKeySampler(RandomGenerator random) {
    this.random = random;
  }

  /** Takes a command that ran while a search goes on. */
  public void ran(HotKeySession current, Call call, long nanos, long replyBytes) {
    if (current != session || tables == null) {
      session = current;
      tables = current.join();
      skip = gap(current.request().sampleRatio());
    }
    if (--skip > 0) {
      return;
    }
    skip = gap(current.request().sampleRatio());
    sample(current.request(), tables, call, nanos, replyBytes);
  }

  private static void sample(
      HotKeySession.Request wanted,
      HotKeySession.Tables tables,
      Call call,
      long nanos,
      long replyBytes) {
    KeyPositions keys = call.keyPositions();
    long bytes = wanted.byBytes() && keys.count() > 0 ? call.requestBytes() + replyBytes : 0;
    for (int i = 0; i < keys.count(); i++) {
      Key key = call.key(keys.position(i));
      if (wanted.byTime()) {
        tables.byTime().add(key.hash(), key.bytes(), nanos / keys.count());
      }
      if (wanted.byBytes()) {
        tables.byBytes().add(key.hash(), key.bytes(), bytes / keys.count());
      }
    }
  }

  /** How many commands on the next one is looked at: a random number around the ratio. */
  private long gap(long ratio) {
    return ratio == 1 ? 1 : random.nextLong(1, 2 * ratio);
  }
}
