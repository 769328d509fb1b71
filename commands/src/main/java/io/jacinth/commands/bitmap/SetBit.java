package io.jacinth.commands.bitmap;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/**
 * {@code SETBIT key offset value}: changes one bit of a string, which grows as needed, and answers
 * what it was. A bit that was so already is no change, unless the string has grown.
 */
final class SetBit implements Command {
  private static final String NO_BIT = "ERR bit is not an integer or out of range";

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SETBIT")
        .in(CommandGroup.BITMAP)
        .since("2.2.0")
        .summary(
            "Sets or clears one bit of the string held by a key, lengthening it with zeros as needed.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM)
        .key("key", RW, ACCESS, UPDATE)
        .integer("offset")
        .integer("value");
  }

  @Override
  public void run(Call call) {
    long position = BitOffsets.position(call, 2);
    int bit = (int) call.integer(3, 0, 1, NO_BIT);
    Key key = call.key(1);
    Slice old = call.database().stringToChange(key);
    int oldLength = old == null ? 0 : old.length();
    int index = (int) (position >>> 3);
    Slice bytes = call.database().openString(key, Math.max(oldLength, index + 1));
    int was = Bits.at(bytes, position);
    if (was != bit || index >= oldLength) {
      int mask = 0x80 >>> (position & 7);
      int others = bytes.at(index) & ~mask;
      bytes
          .segment()
          .set(JAVA_BYTE, bytes.offset() + index, (byte) (bit == 0 ? others : others | mask));
      call.database().stringChanged(key, KeyEvent.SETBIT, 1);
    }
    call.reply().integer(was);
  }
}
