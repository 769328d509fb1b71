package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.commands.LongDouble;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.Element;
import io.jacinth.engine.value.HashValue;
import io.jacinth.protocol.Slice;
import java.nio.charset.StandardCharsets;

/** {@code HINCRBYFLOAT key field increment}: adds a decimal number; a missing one counts as 0. */
final class HIncrByFloat implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HINCRBYFLOAT")
        .in(CommandGroup.HASH)
        .since("2.6.0")
        .summary("Adds a decimal number to that in a field; a missing field counts as 0.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM, FAST)
        .looksUp(2)
        .key("key", RW, ACCESS, UPDATE)
        .string("field")
        .real("increment");
  }

  @Override
  public void run(Call call) {
    LongDouble increment = LongDouble.parse(call.argument(3));
    if (increment == null) {
      throw ErrorReply.NOT_A_FLOAT.exception();
    }
    if (!increment.isFinite()) {
      throw new CommandException("ERR value is NaN or Infinity");
    }
    Key key = call.key(1);
    HashValue hash = call.database().hashToFill(key);
    Element old = hash.get(call.argument(2));
    LongDouble number = old == null ? LongDouble.ZERO : LongDouble.parse(old.bytes());
    if (number == null) {
      throw new CommandException("ERR hash value is not a float");
    }
    LongDouble sum = number.plus(increment);
    if (!sum.isFinite()) {
      throw new CommandException("ERR increment would produce NaN or Infinity");
    }
    Slice text = call.made(sum.toString().getBytes(StandardCharsets.ISO_8859_1));
    write(call, text, hash.deadline(call.argument(2)) > 0);
    hash.putKeepingDeadline(call.argument(2), text);
    call.database().changed(key, KeyEvent.HINCRBYFLOAT, 1);
    call.reply().bulk(text);
  }

  private static void write(Call call, Slice text, boolean keepsDeadline) {
    if (keepsDeadline) {
      call.propagation()
          .instead("HSETEX")
          .word(call.argument(1))
          .word("KEEPTTL")
          .word("FIELDS")
          .word(1);
    } else {
      call.propagation().instead("HSET").word(call.argument(1));
    }
    call.propagation().word(call.argument(2)).word(text);
  }
}
