package io.jacinth.commands.server;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code MEMORY USAGE key [SAMPLES count]}: the bytes that a key takes with its value and its place
 * in the table, exactly; nil where there is no key. Since nothing is estimated, SAMPLES is accepted
 * and changes nothing.
 */
final class MemoryUsage implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("MEMORY|USAGE")
        .in(CommandGroup.SERVER)
        .since("4.0.0")
        .summary("Answers how many bytes of memory a key takes.")
        .complexity("O(1); O(N) for a value of N blocks")
        .flags(READONLY)
        .key("key", RO)
        .optional(integer("count").token("SAMPLES"));
  }

  @Override
  public void run(Call call) {
    for (int i = 3; i < call.count(); i += 2) {
      if (!call.is(i, "SAMPLES") || i + 1 == call.count()) {
        throw ErrorReply.SYNTAX.exception();
      }
      if (call.integer(i + 1) < 0) {
        throw ErrorReply.SYNTAX.exception();
      }
    }
    Key key = call.key(2);
    Entry entry = call.database().inspectQuietly(key);
    if (entry == null) {
      call.reply().nil();
    } else {
      call.reply().integer(call.database().memoryBytes(key, entry));
    }
  }
}
