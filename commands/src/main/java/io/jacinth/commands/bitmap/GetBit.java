package io.jacinth.commands.bitmap;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/** {@code GETBIT key offset}: one bit of a string; 0 beyond its end. */
final class GetBit implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("GETBIT")
        .in(CommandGroup.BITMAP)
        .since("2.2.0")
        .summary("Returns one bit of the string held by a key, 0 beyond its end.")
        .complexity("O(1)")
        .flags(READONLY, FAST)
        .key("key", RO, ACCESS)
        .integer("offset");
  }

  @Override
  public void run(Call call) {
    long position = BitOffsets.position(call, 2);
    Slice value = call.database().string(call.key(1));
    if (value == null || position >>> 3 >= value.length()) {
      call.reply().integer(0);
    } else {
      call.reply().integer(Bits.at(value, position));
    }
  }
}
