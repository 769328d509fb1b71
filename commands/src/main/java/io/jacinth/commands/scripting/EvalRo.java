package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.Argument.key;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.NO_MANDATORY_KEYS;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.CommandFlag.SKIP_MONITOR;
import static io.jacinth.engine.spec.CommandFlag.STALE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeySpec;
import io.jacinth.engine.spec.LockScope;
import java.util.Set;

/**
 * {@code EVAL_RO script numkeys [key ...] [arg ...]}: as EVAL, but the script may change nothing.
 */
final class EvalRo implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("EVAL_RO")
        .in(CommandGroup.SCRIPTING)
        .since("7.0.0")
        .summary("Runs a script that changes nothing.")
        .complexity("That of the script")
        .flags(READONLY, NOSCRIPT, STALE, SKIP_MONITOR, NO_MANDATORY_KEYS)
        .locks(LockScope.SCRIPT)
        .string("script")
        .integer("numkeys")
        .optional(key("key", RO, ACCESS).multiple())
        .optional(string("arg").multiple())
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Index(2),
                new KeySpec.Find.KeyNumber(0, 1, 1),
                Set.of(RO, ACCESS)));
  }

  @Override
  public void run(Call call) {
    call.worker().scripts().eval(call, true);
  }
}
