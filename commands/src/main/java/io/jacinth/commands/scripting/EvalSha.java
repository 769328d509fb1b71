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

/** {@code EVALSHA sha1 numkeys [key ...] [arg ...]}: runs a script that the server keeps. */
final class EvalSha implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("EVALSHA")
        .in(CommandGroup.SCRIPTING)
        .since("2.6.0")
        .summary("Runs a script that was loaded before.")
        .complexity("That of the script")
        .flags(NOSCRIPT, STALE, SKIP_MONITOR, NO_MANDATORY_KEYS, MAY_REPLICATE)
        .locks(LockScope.SCRIPT)
        .string("sha1")
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
    call.worker().scripts().evalSha(call, false);
  }
}
