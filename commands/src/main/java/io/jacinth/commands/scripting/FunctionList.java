package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/**
 * {@code FUNCTION LIST [LIBRARYNAME library-name-pattern] [WITHCODE]}: the libraries and their
 * functions.
 */
final class FunctionList implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("FUNCTION|LIST")
        .in(CommandGroup.SCRIPTING)
        .since("7.0.0")
        .summary("Lists the libraries and their functions.")
        .complexity("O(N), N being the number of functions")
        .flags(NOSCRIPT)
        .tips("nondeterministic_output_order")
        .optional(string("library-name-pattern").token("LIBRARYNAME"))
        .optional(word("WITHCODE"));
  }

  @Override
  public void run(Call call) {
    Slice pattern = null;
    boolean hasCode = false;
    for (int i = 2; i < call.count(); i++) {
      if (!hasCode && call.is(i, "WITHCODE")) {
        hasCode = true;
      } else if (pattern == null && call.is(i, "LIBRARYNAME")) {
        if (i + 1 == call.count()) {
          throw new CommandException("ERR library name argument was not given");
        }
        pattern = call.argument(++i);
      } else {
        throw new CommandException("ERR Unknown argument " + call.quoted(i));
      }
    }
    call.engine().scripting().libraries().list(call.reply(), pattern, hasCode);
  }
}
