package io.jacinth.commands.pubsub;

import io.jacinth.engine.spec.KeyFlag;
import io.jacinth.engine.spec.KeySpec;
import java.util.Set;

/** Where shard channels stand: they have slots as keys have. */
final class Shards {
  private Shards() {}

  /**
   * Channels from the first argument on.
   *
   * @param last the last one's distance from the first, or from the end where negative
   */
  static KeySpec channels(int last) {
    return new KeySpec(
        new KeySpec.Begin.Index(1), new KeySpec.Find.Range(last, 1, 0), Set.of(KeyFlag.NOT_KEY));
  }
}
