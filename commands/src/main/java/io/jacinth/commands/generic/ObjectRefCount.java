package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.config.MaxmemoryPolicy;
import io.jacinth.engine.config.MemorySettings;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.Encoding;
import io.jacinth.protocol.Slice;

/**
 * {@code OBJECT REFCOUNT key}: 1, since no two keys share a value; nil where there is no key. Small
 * integers, which Redis shares unless it keeps the uses of each key, have Redis's number for that.
 */
final class ObjectRefCount implements Command {
  private static final long SHARED = Integer.MAX_VALUE;
  private static final long SHARED_INTEGERS = 10_000;

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("OBJECT|REFCOUNT")
        .in(CommandGroup.GENERIC)
        .since("2.2.3")
        .summary("Counts the references to a value.")
        .complexity("O(1)")
        .flags(READONLY)
        .tips("nondeterministic_output")
        .key("key", RO);
  }

  @Override
  public void run(Call call) {
    Entry entry = call.database().inspectQuietly(call.key(2));
    if (entry == null) {
      call.reply().nil();
    } else {
      call.reply().integer(isShared(entry, call.engine().settings().memory) ? SHARED : 1);
    }
  }

  private static boolean isShared(Entry entry, MemorySettings settings) {
    MaxmemoryPolicy policy = settings.maxmemoryPolicy.value();
    boolean keepsUses = settings.maxmemory.value() > 0 && (policy.isLru() || policy.isLfu());
    if (keepsUses || entry.encoding() != Encoding.INT) {
      return false;
    }
    long value = entry.string(new Slice()).integerOr(-1);
    return value >= 0 && value < SHARED_INTEGERS;
  }
}
