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
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/**
 * {@code BITPOS key bit [start [end [BYTE | BIT]]]}: where the first one or zero is, -1 where there
 * is none. A string is thought of as followed by zeros unless an end is given; a missing key is
 * nothing but zeros. The arguments are checked before the key is looked at.
 */
final class BitPos implements Command {
  private static final CommandException NO_BIT =
      new CommandException("ERR The bit argument must be 1 or 0.");

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("BITPOS")
        .in(CommandGroup.BITMAP)
        .since("2.8.7")
        .summary("Finds the first one or the first zero among the bits of a string.")
        .complexity("O(N), N being the number of bytes that are looked at")
        .flags(READONLY)
        .key("key", RO, ACCESS)
        .integer("bit")
        .optional(
            block(
                "index",
                integer("start"),
                block(
                        "end_index",
                        integer("end"),
                        oneOf("index_unit", word("BYTE"), word("BIT")).optional().since("7.0.0"))
                    .optional()));
  }

  @Override
  public void run(Call call) {
    long bit = call.integer(2);
    if (bit != 0 && bit != 1) {
      throw NO_BIT;
    }
    int count = call.count();
    if (count > 6) {
      throw ErrorReply.SYNTAX.exception();
    }
    long start = count > 3 ? call.integer(3) : 0;
    boolean isBit = count == 6 && BitOffsets.isBit(call, 5);
    long end = count > 4 ? call.integer(4) : -1;
    Slice value = call.database().string(call.key(1));
    if (value == null) {
      call.reply().integer(bit == 1 ? -1 : 0);
    } else {
      call.reply().integer(find((int) bit, value, start, end, isBit, count > 4));
    }
  }

  private static long find(
      int bit, Slice value, long start, long end, boolean isBit, boolean isEndGiven) {
    long units = isBit ? value.length() * 8L : value.length();
    long from = BitOffsets.start(start, units);
    long to = BitOffsets.end(end, units);
    if (from > to) {
      return -1;
    }
    long found =
        isBit ? Bits.first(bit, value, from, to) : Bits.first(bit, value, from * 8, to * 8 + 7);
    return found < 0 && bit == 0 && !isEndGiven ? value.length() * 8L : found;
  }
}
