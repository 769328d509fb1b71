package io.jacinth.commands.server;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.Host;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import java.io.IOException;

/** {@code CONFIG REWRITE}: writes the settings back into the configuration file. */
final class ConfigRewrite implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CONFIG|REWRITE")
        .in(CommandGroup.SERVER)
        .since("2.8.0")
        .summary("Writes the settings back into the configuration file.")
        .complexity("O(1)")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    Host host = call.engine().host();
    if (host.configFile().isEmpty()) {
      throw new CommandException("ERR The server is running without a config file");
    }
    try {
      host.rewriteConfigFile();
    } catch (IOException e) {
      host.warn("CONFIG REWRITE failed: " + e.getMessage());
      throw new CommandException("ERR Rewriting config file: " + e.getMessage());
    }
    host.notice("CONFIG REWRITE executed with success.");
    call.reply().ok();
  }
}
