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
import io.jacinth.engine.config.ShutdownOption;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.LockScope;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code SHUTDOWN [NOSAVE | SAVE] [NOW] [FORCE] [ABORT]}: stops the server; on success the
 * connection closes without a reply. A snapshot is written before where save points are configured
 * or SAVE asks for it; where that fails the server goes on, unless FORCE says otherwise. A shutdown
 * waits for nobody, so NOW changes nothing and ABORT finds none.
 */
final class Shutdown implements Command {
  private static final String ABORT = "ABORT";

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SHUTDOWN")
        .in(CommandGroup.SERVER)
        .since("1.0.0")
        .summary("Stops the server.")
        .complexity("O(N) when saving, N being the number of keys in all databases")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE, NO_MULTI, ALLOW_BUSY)
        .optional(oneOf("nosave_save", word("NOSAVE"), word("SAVE")))
        .optional(word("NOW").since("7.0.0"))
        .optional(word("FORCE").since("7.0.0"))
        .optional(word("ABORT").since("7.0.0"))
        .locks(LockScope.ALL);
  }

  @Override
  public void run(Call call) {
    Set<ShutdownOption> options = EnumSet.noneOf(ShutdownOption.class);
    boolean isAborting = false;
    for (int i = 1; i < call.count(); i++) {
      if (call.is(i, ABORT)) {
        isAborting = true;
      } else {
        options.add(option(call, i));
      }
    }
    boolean isTorn =
        options.contains(ShutdownOption.SAVE) && options.contains(ShutdownOption.NOSAVE);
    if (isTorn || (isAborting && !options.isEmpty())) {
      throw ErrorReply.SYNTAX.exception();
    }
    if (isAborting) {
      throw new CommandException("ERR No shutdown in progress.");
    }
    shutDown(call, options);
  }

  private static void shutDown(Call call, Set<ShutdownOption> options) {
    if (!call.engine().snapshots().saveLast(options)) {
      throw new CommandException("ERR Errors trying to SHUTDOWN. Check logs.");
    }
    call.engine().host().shutDown();
    call.client().closeAfterReplies();
  }

  private static ShutdownOption option(Call call, int index) {
    for (ShutdownOption option : ShutdownOption.values()) {
      if (call.is(index, option.name())) {
        return option;
      }
    }
    throw ErrorReply.SYNTAX.exception();
  }
}
