package io.jacinth.commands.hyperloglog;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.INSERT;
import static io.jacinth.engine.spec.KeyFlag.RO;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;

/**
 * {@code PFMERGE destkey [sourcekey...]}: makes a HyperLogLog the union of itself and others; it is
 * made where there is none, and becomes dense where one of them is.
 */
final class PfMerge implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PFMERGE")
        .in(CommandGroup.HYPERLOGLOG)
        .since("2.8.9")
        .summary("Merges HyperLogLogs into the one held by the first key.")
        .complexity("O(N), N being the number of keys, with a high constant time for each")
        .flags(WRITE, DENYOOM)
        .arity(-2)
        .key("destkey", RW, ACCESS, INSERT)
        .keys("sourcekey", RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    MemorySegment memory = Registers.memory(call);
    boolean isDense = unite(call, memory);
    Key key = call.key(1);
    Slice old = call.database().stringToChange(key);
    Slice target =
        old == null
            ? Registers.create(call.database(), key)
            : call.database().openString(key, old.length());
    if (isDense && !HyperLogLog.isDense(target)) {
      Registers.becomeDense(call.database(), key, target, memory);
    }
    write(call, key, target, memory);
    HyperLogLog.outdate(target);
    call.database().stringChanged(key, KeyEvent.PFADD, 1);
    call.reply().ok();
  }

  /** Merges all keys, the destination too; true where one of them is dense. */
  private static boolean unite(Call call, MemorySegment memory) {
    RegisterArray.clear(memory);
    boolean isDense = false;
    for (int i = 1; i < call.count(); i++) {
      Slice value = call.database().string(call.key(i));
      if (value != null) {
        HyperLogLog.check(value);
        isDense |= HyperLogLog.isDense(value);
        Registers.merge(value, memory);
      }
    }
    return isDense;
  }

  /** Writes the union: at once into a dense target, register by register while it is sparse. */
  private static void write(Call call, Key key, Slice target, MemorySegment memory) {
    SparseEdit.forget(memory);
    for (int i = 0; i < HyperLogLog.REGISTERS && !HyperLogLog.isDense(target); i++) {
      if ((i & 7) == 0 && memory.get(JAVA_LONG, i) == 0) {
        i += 7;
        continue;
      }
      int value = memory.get(JAVA_BYTE, i);
      if (value > 0) {
        Registers.raise(call, key, target, i, value, memory);
      }
    }
    if (HyperLogLog.isDense(target)) {
      Registers.pack(memory, 0, target);
    }
  }
}
