package io.jacinth.commands.server;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code CONFIG REWRITE}: would write the settings back to the configuration file; the server
 * cannot do so yet and says so.
 */
final class ConfigRewrite implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CONFIG|REWRITE")
        .in(CommandGroup.SERVER)
        .since("2.8.0")
        .summary("Answers an error: the configuration file is not rewritten yet.")
        .complexity("O(1)")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    throw new CommandException(
        call.engine().host().configFile().isEmpty()
            ? "ERR The server is running without a config file"
            : "ERR Rewriting config file: not supported yet");
  }
}
