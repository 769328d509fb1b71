package io.jacinth.commands.server;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.ALLOW_BUSY;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.NO_MULTI;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code SHUTDOWN [NOSAVE | SAVE] [NOW] [FORCE] [ABORT]}: stops the server; on success the
 * connection closes without a reply. Nothing is saved yet: SAVE is refused unless FORCE says that
 * its failure does not matter. A shutdown waits for nobody, so NOW changes nothing and ABORT finds
 * none.
 */
final class Shutdown implements Command {
  private enum Option {
    NOSAVE,
    SAVE,
    NOW,
    FORCE,
    ABORT
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SHUTDOWN")
        .in(CommandGroup.SERVER)
        .since("1.0.0")
        .summary("Stops the server.")
        .complexity("O(1), since nothing is saved")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE, NO_MULTI, ALLOW_BUSY)
        .optional(oneOf("nosave_save", word("NOSAVE"), word("SAVE")))
        .optional(word("NOW").since("7.0.0"))
        .optional(word("FORCE").since("7.0.0"))
        .optional(word("ABORT").since("7.0.0"));
  }

  @Override
  public void run(Call call) {
    Set<Option> options = options(call);
    if (options.contains(Option.ABORT)) {
      throw new CommandException("ERR No shutdown in progress.");
    }
    if (options.contains(Option.SAVE) && !options.contains(Option.FORCE)) {
      throw new CommandException(
          "ERR Errors trying to SHUTDOWN: this server cannot save yet, use NOSAVE");
    }
    call.engine().host().shutDown();
    call.client().closeAfterReplies();
  }

  private static Set<Option> options(Call call) {
    Set<Option> options = EnumSet.noneOf(Option.class);
    for (int i = 1; i < call.count(); i++) {
      options.add(option(call, i));
    }
    boolean isTorn = options.contains(Option.SAVE) && options.contains(Option.NOSAVE);
    boolean isMixed = options.contains(Option.ABORT) && options.size() > 1;
    if (isTorn || isMixed) {
      throw ErrorReply.SYNTAX.exception();
    }
    return options;
  }

  private static Option option(Call call, int index) {
    for (Option option : Option.values()) {
      if (call.is(index, option.name())) {
        return option;
      }
    }
    throw ErrorReply.SYNTAX.exception();
  }
}
