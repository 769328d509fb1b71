package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

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

/** {@code HINCRBY key field increment}: adds to an integer; a missing one counts as 0. */
final class HIncrBy implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HINCRBY")
        .in(CommandGroup.HASH)
        .since("2.0.0")
        .summary("Adds to the integer in a field; a missing field counts as 0.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM, FAST)
        .looksUp(2)
        .key("key", RW, ACCESS, UPDATE)
        .string("field")
        .integer("increment");
  }

  private static final CommandException NOT_AN_INTEGER =
      new CommandException("ERR hash value is not an integer");

  @Override
  public void run(Call call) {
    long increment = call.integer(3);
    Key key = call.key(1);
    HashValue hash = call.database().hashToFill(key);
    Element old = hash.get(call.argument(2));
    long sum = sum(old == null ? 0 : integer(old), increment);
    hash.putKeepingDeadline(call.argument(2), call.madeInteger(sum));
    call.database().changed(key, KeyEvent.HINCRBY, 1);
    call.reply().integer(sum);
  }

  private static long integer(Element value) {
    Slice bytes = value.bytes();
    long integer = bytes.integerOr(0);
    if (integer == 0 && !bytes.isInteger()) {
      throw NOT_AN_INTEGER;
    }
    return integer;
  }

  private static long sum(long old, long increment) {
    long sum = old + increment;
    if (((old ^ sum) & (increment ^ sum)) < 0) {
      throw ErrorReply.OVERFLOW.exception();
    }
    return sum;
  }
}
