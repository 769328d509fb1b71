package io.jacinth.commands.bitmap;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code BITFIELD_RO key [GET type offset]...}: BITFIELD that only reads. */
final class BitFieldRo implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("BITFIELD_RO")
        .in(CommandGroup.BITMAP)
        .since("6.0.0")
        .summary("Reads integers of any width in the string held by a key.")
        .complexity("O(1) for each operation")
        .flags(READONLY, FAST)
        .key("key", RO, ACCESS)
        .optional(
            block("encoding_offset", string("encoding"), integer("offset"))
                .token("GET")
                .multipleWithToken());
  }

  @Override
  public void run(Call call) {
    FieldOperations.run(call, true);
  }
}
