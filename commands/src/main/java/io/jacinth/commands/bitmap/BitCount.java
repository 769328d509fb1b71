package io.jacinth.commands.bitmap;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/**
 * {@code BITCOUNT key [start end [BYTE | BIT]]}: how many bits of a string, or of a range of it,
 * are ones. Start and end are inclusive, negative ones count from the end. The range is checked
 * before the key is looked at.
 */
final class BitCount implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("BITCOUNT")
        .in(CommandGroup.BITMAP)
        .since("2.6.0")
        .summary("Counts the ones among the bits of a string, or of a range of it.")
        .complexity("O(N), N being the number of bytes in the range")
        .flags(READONLY)
        .key("key", RO, ACCESS)
        .optional(
            block(
                "index",
                integer("start"),
                integer("end"),
                oneOf("index_unit", word("BYTE"), word("BIT")).optional().since("7.0.0")));
  }

  @Override
  public void run(Call call) {
    int count = call.count();
    if (count == 3 || count > 5) {
      throw ErrorReply.SYNTAX.exception();
    }
    boolean isWhole = count == 2;
    long start = isWhole ? 0 : call.integer(2);
    boolean isBit = count == 5 && BitOffsets.isBit(call, 4);
    long end = isWhole ? -1 : call.integer(3);
    Slice value = call.database().string(call.key(1));
    boolean isReversed = start < 0 && end < 0 && start > end;
    call.reply().integer(value == null || isReversed ? 0 : count(value, start, end, isBit));
  }

  private static long count(Slice value, long start, long end, boolean isBit) {
    long units = isBit ? value.length() * 8L : value.length();
    long from = BitOffsets.start(start, units);
    long to = BitOffsets.end(end, units);
    if (from > to) {
      return 0;
    }
    return isBit ? Bits.count(value, from, to) : Bits.count(value, from * 8, to * 8 + 7);
  }
}
