package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.Argument.key;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.MAY_REPLICATE;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.NO_MANDATORY_KEYS;
import static io.jacinth.engine.spec.CommandFlag.SKIP_MONITOR;
import static io.jacinth.engine.spec.CommandFlag.STALE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeySpec;
import io.jacinth.engine.spec.LockScope;
import java.util.Set;

/** {@code FCALL function numkeys [key ...] [arg ...]}: runs a function. */
final class FCall implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("FCALL")
        .in(CommandGroup.SCRIPTING)
        .since("7.0.0")
        .summary("Runs a function.")
        .complexity("That of the function")
        .flags(NOSCRIPT, STALE, SKIP_MONITOR, NO_MANDATORY_KEYS, MAY_REPLICATE)
        .locks(LockScope.SCRIPT)
        .string("function")
        .integer("numkeys")
        .optional(key("key", RW, ACCESS, UPDATE).multiple())
        .optional(string("arg").multiple())
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Index(2),
                new KeySpec.Find.KeyNumber(0, 1, 1),
                Set.of(RW, ACCESS, UPDATE)));
  }

  @Override
  public void run(Call call) {
    call.worker().scripts().fcall(call, false);
  }
}
