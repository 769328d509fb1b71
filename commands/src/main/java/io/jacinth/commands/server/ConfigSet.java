package io.jacinth.commands.server;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.config.ConfigException;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code CONFIG SET parameter value [parameter value ...]}: changes all of the settings or none.
 */
final class ConfigSet implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CONFIG|SET")
        .in(CommandGroup.SERVER)
        .since("2.0.0")
        .summary("Changes settings while the server runs, all of them or none.")
        .complexity("O(N), N being the number of settings")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .tips("request_policy:all_nodes", "response_policy:all_succeeded")
        .argument(block("parameter_value", string("parameter"), string("value")).multiple());
  }

  @Override
  public boolean isSecret(Call call, int index) {
    boolean isValue = index > 2 && index % 2 == 1;
    var setting =
        isValue ? call.engine().settings().configuration.find(call.text(index - 1)) : null;
    return setting != null && setting.isSensitive();
  }

  @Override
  public void run(Call call) {
    try {
      call.engine().settings().configuration.set(Texts.from(call, 2), call.client().isLocal());
    } catch (ConfigException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
    call.reply().ok();
  }
}
