package io.jacinth.commands.debug;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.PROTECTED;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.commands.Help;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.LockScope;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code DEBUG word [argument ...]}: what tests need of a server, where {@code
 * enable-debug-command} allows it. No key is read or written anywhere while it runs.
 */
final class Debug implements Command {
  private static final List<DebugWord> WORDS =
      List.of(
          DebugCrash.ASSERT,
          DebugCrash.PANIC,
          DebugCrash.SEGFAULT,
          DebugDictResizing.WORD,
          DebugDigest.WORD,
          DebugDigestValue.WORD,
          DebugError.WORD,
          DebugHtStats.WORD,
          DebugHtStatsKey.WORD,
          DebugJmap.WORD,
          DebugListpack.WORD,
          DebugLoadAof.WORD,
          DebugLog.WORD,
          DebugObject.WORD,
          DebugPauseCron.WORD,
          DebugPopulate.WORD,
          DebugProtocol.WORD,
          DebugQuicklistPackedThreshold.WORD,
          DebugReload.WORD,
          DebugReplyBuffer.WORD,
          DebugSetActiveExpire.WORD,
          DebugSetSkipChecksumValidation.WORD,
          DebugSleep.WORD,
          DebugStringMatchLen.WORD,
          DebugStructSize.WORD,
          new DebugWord("HELP", "", "Lists the subcommands.", 0, Debug::help));

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("DEBUG")
        .in(CommandGroup.SERVER)
        .since("1.0.0")
        .summary("Holds what tests need of a server.")
        .complexity("Depends on the subcommand.")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE, PROTECTED)
        .systemCommand()
        .locks(LockScope.ALL)
        .arity(-2);
  }

  @Override
  public void run(Call call) {
    for (DebugWord word : WORDS) {
      if (call.is(1, word.name()) && word.accepts(call.count() - 2)) {
        word.body().run(call);
        return;
      }
    }
    throw new CommandException(
        "ERR unknown subcommand or wrong number of arguments for '"
            + call.quoted(1)
            + "'. Try DEBUG HELP.");
  }

  private static void help(Call call) {
    List<String> lines = new ArrayList<>();
    for (DebugWord word : WORDS) {
      lines.add((word.name() + " " + word.syntax()).stripTrailing());
      lines.add("    " + word.summary());
    }
    Help.answer(call.reply(), "DEBUG", lines);
  }
}
