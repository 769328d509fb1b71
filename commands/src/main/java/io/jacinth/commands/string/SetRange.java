package io.jacinth.commands.string;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/**
 * {@code SETRANGE key offset value}: overwrites bytes from an offset on. An empty value changes
 * nothing.
 */
final class SetRange implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SETRANGE")
        .in(CommandGroup.STRING)
        .since("2.2.0")
        .summary(
            "Overwrites part of the string held by a key from an offset on, lengthening it with zero bytes as needed.")
        .complexity("O(1) for a short value; else O(N), N being its length")
        .flags(WRITE, DENYOOM)
        .key("key", RW, UPDATE)
        .integer("offset")
        .string("value");
  }

  @Override
  public void run(Call call) {
    long offset = call.integer(2);
    if (offset < 0) {
      throw ErrorReply.OFFSET_OUT_OF_RANGE.exception();
    }
    Key key = call.key(1);
    Slice old = call.database().stringToChange(key);
    Slice value = call.argument(3);
    int oldLength = old == null ? 0 : old.length();
    if (value.isEmpty()) {
      call.reply().integer(oldLength);
      return;
    }
    int end = Lengths.checked(call, offset, value.length());
    int length = Math.max(oldLength, end);
    Slice bytes = call.database().resizeString(key, length, KeyEvent.SETRANGE);
    value.copyTo(bytes.segment(), bytes.offset() + offset);
    call.reply().integer(length);
  }
}
