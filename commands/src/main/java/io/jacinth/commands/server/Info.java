package io.jacinth.commands.server;

import static io.jacinth.engine.spec.AclCategory.DANGEROUS;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/**
 * {@code INFO [section ...]}: facts about the server, a section each under a heading; unknown
 * sections are left out.
 */
final class Info implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("INFO")
        .in(CommandGroup.SERVER)
        .since("1.0.0")
        .summary("Returns facts and counters of the server, by section.")
        .complexity("O(1)")
        .flags(LOADING, STALE)
        .tips("nondeterministic_output", "request_policy:all_shards", "response_policy:special")
        .categories(DANGEROUS)
        .optional(string("section").multiple());
  }

  @Override
  public void run(Call call) {
    String text = call.engine().info().text(Texts.from(call, 1));
    call.reply().verbatim("txt", Slice.ofLatin1(text));
  }
}
