package io.jacinth.commands.hyperloglog;

import static io.jacinth.engine.spec.CommandFlag.MAY_REPLICATE;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;

/**
 * {@code PFCOUNT key...}: the estimated number of different elements in a HyperLogLog, or in the
 * union of several. That of one is kept in it until it changes, so reading it may be a write.
 */
final class PfCount implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PFCOUNT")
        .in(CommandGroup.HYPERLOGLOG)
        .since("2.8.9")
        .summary("Estimates how many different elements one or more HyperLogLogs have seen.")
        .complexity("O(1) for one key; O(N) for several, N being their number")
        .flags(READONLY, MAY_REPLICATE)
        .keys("key", RW, ACCESS);
  }

  @Override
  public void run(Call call) {
    call.reply().integer(call.count() == 2 ? ofOne(call) : ofUnion(call));
  }

  private static long ofOne(Call call) {
    Key key = call.key(1);
    Slice read = call.database().string(key);
    if (read == null) {
      return 0;
    }
    HyperLogLog.check(read);
    Slice value = call.database().openString(key, read.length());
    long known = HyperLogLog.cardinality(value);
    if (known >= 0) {
      return known;
    }
    long estimate = Registers.estimate(value, Registers.memory(call));
    HyperLogLog.cardinality(value, estimate);
    call.database().stringChanged(key, KeyEvent.UNTOLD, 1);
    return estimate;
  }

  private static long ofUnion(Call call) {
    MemorySegment memory = Registers.memory(call);
    RegisterArray.clear(memory);
    for (int i = 1; i < call.count(); i++) {
      Slice value = call.database().string(call.key(i));
      if (value != null) {
        HyperLogLog.check(value);
        Registers.merge(value, memory);
      }
    }
    RegisterArray.count(memory);
    return Estimate.of(memory);
  }
}
