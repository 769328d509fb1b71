package io.jacinth.commands.set;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeySpec;
import java.util.Set;

/**
 * {@code SINTERCARD numkeys key [key ...] [LIMIT limit]}: how many members all sets have; counted
 * no further than the limit, unless that is 0.
 */
final class SInterCard implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SINTERCARD")
        .in(CommandGroup.SET)
        .since("7.0.0")
        .summary("Counts the members that several sets have in common.")
        .complexity("O(N*M), N being the size of the smallest set and M the number of sets")
        .flags(READONLY)
        .integer("numkeys")
        .keys("key", RO, ACCESS)
        .optional(integer("limit").token("LIMIT"))
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Index(1),
                new KeySpec.Find.KeyNumber(0, 1, 1),
                Set.of(RO, ACCESS)));
  }

  @Override
  public void run(Call call) {
    long keys = call.integer(1, 1, Long.MAX_VALUE, "ERR numkeys should be greater than 0");
    if (keys > call.count() - 2) {
      throw new CommandException("ERR Number of keys can't be greater than number of args");
    }
    int end = (int) keys + 2;
    long limit = 0;
    for (int i = end; i < call.count(); i += 2) {
      if (!call.is(i, "LIMIT") || i + 1 == call.count()) {
        throw ErrorReply.SYNTAX.exception();
      }
      limit = call.integer(i + 1, 0, Long.MAX_VALUE, "ERR LIMIT can't be negative");
    }
    call.reply().integer(SetAlgebra.commonMembers(SetSources.of(call, 2, end), limit));
  }
}
