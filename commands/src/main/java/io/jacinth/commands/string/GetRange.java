package io.jacinth.commands.string;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/**
 * {@code GETRANGE key start end}: the bytes from start to end, both inclusive; a negative offset
 * counts from the end. The offsets are checked before the key's type.
 */
final class GetRange implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("GETRANGE")
        .in(CommandGroup.STRING)
        .since("2.4.0")
        .summary("Returns part of the string held by a key.")
        .complexity("O(N), N being the number of bytes returned")
        .flags(READONLY)
        .key("key", RO, ACCESS)
        .integer("start")
        .integer("end");
  }

  @Override
  public void run(Call call) {
    answer(call);
  }

  /** Answers the range that the call's arguments 2 and 3 name. */
  static void answer(Call call) {
    long start = call.integer(2);
    long end = call.integer(3);
    Slice value = call.database().string(call.key(1));
    if (value == null) {
      call.reply().bulk(Slice.EMPTY);
      return;
    }
    int length = value.length();
    if (start < 0 && end < 0 && start > end) {
      call.reply().bulk(Slice.EMPTY);
      return;
    }
    long from = Math.max(start < 0 ? start + length : start, 0);
    long to = Math.min(Math.max(end < 0 ? end + length : end, 0), length - 1L);
    if (from > to) {
      call.reply().bulk(Slice.EMPTY);
    } else {
      call.reply().bulk(value.set(value.segment(), value.offset() + from, (int) (to - from + 1)));
    }
  }
}
