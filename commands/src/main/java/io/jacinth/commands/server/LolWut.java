package io.jacinth.commands.server;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.READONLY;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/**
 * {@code LOLWUT [VERSION version]}: a picture, another one each time, and the version of the
 * server. Other arguments are for the pictures of other versions and change nothing.
 */
final class LolWut implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LOLWUT")
        .in(CommandGroup.SERVER)
        .since("5.0.0")
        .complexity("O(1)")
        .summary("Draws a picture and tells the version of the server.")
        .flags(READONLY, FAST)
        .optional(integer("version").token("VERSION"))
        .arity(-1);
  }

  @Override
  public void run(Call call) {
    if (call.count() > 2 && call.is(1, "VERSION")) {
      call.integer(2);
    }
    String picture = new Flowers(call.engine().random()).toString();
    String version = "Jacinth ver. " + call.engine().host().version() + "\n";
    call.reply().verbatim("txt", Slice.of(picture + version));
  }
}
