package io.jacinth.commands.server;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;
import java.util.List;
import java.util.Map;

/**
 * {@code CONFIG GET parameter [parameter ...]}: the settings whose names match any of the patterns.
 */
final class ConfigGet implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CONFIG|GET")
        .in(CommandGroup.SERVER)
        .since("2.0.0")
        .summary("Returns the settings whose names match patterns.")
        .complexity("O(N), N being the number of patterns")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .argument(block("parameter", string("parameter")).multiple());
  }

  @Override
  public void run(Call call) {
    List<Map.Entry<String, String>> found =
        call.engine().settings().configuration.get(Texts.from(call, 2));
    call.reply().map(found.size());
    for (Map.Entry<String, String> setting : found) {
      call.reply().bulk(Slice.ofLatin1(setting.getKey()));
      call.reply().bulk(Slice.ofLatin1(setting.getValue()));
    }
  }
}
