package io.jacinth.commands.bitmap;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;
import static io.jacinth.engine.spec.KeyFlag.VARIABLE_FLAGS;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeyFlag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * {@code BITFIELD key [GET type offset | [OVERFLOW WRAP | SAT | FAIL] SET type offset value |
 * INCRBY type offset increment]...}: reads and changes integers of any width in a string, one after
 * the other, and answers a list.
 */
final class BitField implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("BITFIELD")
        .in(CommandGroup.BITMAP)
        .since("3.2.0")
        .summary("Reads and changes integers of any width in the string held by a key.")
        .complexity("O(1) for each operation")
        .flags(WRITE, DENYOOM)
        .key("key", RW, ACCESS, UPDATE, VARIABLE_FLAGS)
        .keyFlags(BitField::keyFlags)
        .optional(
            oneOf(
                    "operation",
                    block("encoding_offset", string("encoding"), integer("offset")).token("GET"),
                    block(
                        "write",
                        oneOf("wrap_sat_fail", word("WRAP"), word("SAT"), word("FAIL"))
                            .token("OVERFLOW")
                            .optional(),
                        oneOf(
                            "write_operation",
                            block(
                                    "encoding_offset_value",
                                    string("encoding"),
                                    integer("offset"),
                                    integer("value"))
                                .token("SET"),
                            block(
                                    "encoding_offset_increment",
                                    string("encoding"),
                                    integer("offset"),
                                    integer("increment"))
                                .token("INCRBY"))))
                .multiple());
  }

  private static Set<KeyFlag> keyFlags(List<String> words) {
    int i = 2;
    while (i < words.size()) {
      if (words.get(i).equalsIgnoreCase("GET") && i + 2 < words.size()) {
        i += 3;
      } else if (words.get(i).equalsIgnoreCase("OVERFLOW") && i + 1 < words.size()) {
        i += 2;
      } else {
        return EnumSet.of(RW, ACCESS, UPDATE);
      }
    }
    return EnumSet.of(RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    FieldOperations.run(call, false);
  }
}
