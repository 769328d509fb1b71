package io.jacinth.commands.hyperloglog;

import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.INSERT;
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
 * {@code PFADD key [element...]}: shows elements to a HyperLogLog, which is made where there is
 * none; 1 where that changed anything. An element that finds the HyperLogLog corrupt ends the
 * command, those before it stay added.
 */
final class PfAdd implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PFADD")
        .in(CommandGroup.HYPERLOGLOG)
        .since("2.8.9")
        .summary("Adds elements to the HyperLogLog held by a key, which is made as needed.")
        .complexity("O(1) for each element")
        .flags(WRITE, DENYOOM, FAST)
        .key("key", RW, INSERT)
        .argument(string("element").multiple().optional());
  }

  @Override
  public void run(Call call) {
    Key key = call.key(1);
    Slice old = call.database().stringToChange(key);
    int changes = old == null ? 1 : 0;
    Slice value;
    if (old == null) {
      value = Registers.create(call.database(), key);
    } else {
      HyperLogLog.check(old);
      value = call.database().openString(key, old.length());
    }
    MemorySegment memory = Registers.memory(call);
    for (int i = 2; i < call.count(); i++) {
      long hash = ElementHash.of(call.argument(i));
      SparseEdit.forget(memory);
      boolean isChanged =
          Registers.raise(
              call, key, value, ElementHash.register(hash), ElementHash.run(hash), memory);
      changes += isChanged ? 1 : 0;
    }
    if (changes > 0) {
      HyperLogLog.outdate(value);
      call.database().stringChanged(key, KeyEvent.PFADD, changes);
    }
    call.reply().integer(changes > 0 ? 1 : 0);
  }
}
