package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code SCRIPT EXISTS sha1 [sha1 ...]}: 1 for each script that the server keeps, 0 for others. */
final class ScriptExists implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SCRIPT|EXISTS")
        .in(CommandGroup.SCRIPTING)
        .since("2.6.0")
        .summary("Tells which scripts the server keeps.")
        .complexity("O(N), N being the number of scripts asked for")
        .flags(NOSCRIPT)
        .tips("request_policy:all_shards", "response_policy:agg_logical_and")
        .argument(string("sha1").multiple());
  }

  @Override
  public void run(Call call) {
    call.reply().array(call.count() - 2L);
    for (int i = 2; i < call.count(); i++) {
      call.reply().integer(call.engine().scripting().exists(call.argument(i)) ? 1 : 0);
    }
  }
}
