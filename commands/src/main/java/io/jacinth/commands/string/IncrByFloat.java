package io.jacinth.commands.string;

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
import io.jacinth.protocol.Slice;
import java.nio.charset.StandardCharsets;

/**
 * {@code INCRBYFLOAT key increment}: adds a decimal number, with the digits of an 80-bit {@code
 * long double} as Redis. The value is checked before the increment. The sum is kept as text, even
 * where it is an integer.
 */
final class IncrByFloat implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("INCRBYFLOAT")
        .in(CommandGroup.STRING)
        .since("2.6.0")
        .summary("Adds a decimal number to the number held by a key; a missing key counts as 0.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM, FAST)
        .key("key", RW, ACCESS, UPDATE)
        .real("increment");
  }

  @Override
  public void run(Call call) {
    Key key = call.key(1);
    Slice value = call.database().stringToChange(key);
    LongDouble old = value == null ? LongDouble.ZERO : number(value);
    LongDouble sum = old.plus(number(call.argument(2)));
    if (!sum.isFinite()) {
      throw new CommandException("ERR increment would produce NaN or Infinity");
    }
    Slice text = call.made(sum.toString().getBytes(StandardCharsets.ISO_8859_1));
    call.propagation().instead("SET").word(call.argument(1)).word(text).word("KEEPTTL");
    call.database().setText(key, text, KeyEvent.INCRBYFLOAT);
    call.reply().bulk(text);
  }

  private static LongDouble number(Slice text) {
    LongDouble number = LongDouble.parse(text);
    if (number == null) {
      throw ErrorReply.NOT_A_FLOAT.exception();
    }
    return number;
  }
}
