package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/** {@code CLIENT SETINFO LIB-NAME name | LIB-VER version}: notes which library speaks. */
final class ClientSetInfo implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CLIENT|SETINFO")
        .in(CommandGroup.CONNECTION)
        .since("7.2.0")
        .summary("Notes the name or version of the client library.")
        .complexity("O(1)")
        .flags(NOSCRIPT, LOADING, STALE)
        .tips("request_policy:all_nodes", "response_policy:all_succeeded")
        .argument(
            oneOf("attr", string("libname").token("LIB-NAME"), string("libver").token("LIB-VER")));
  }

  @Override
  public void run(Call call) {
    boolean isName = call.is(2, "LIB-NAME");
    if (!isName && !call.is(2, "LIB-VER")) {
      throw new CommandException("ERR Unrecognized option '" + call.text(2) + "'");
    }
    if (!ClientText.isPlain(call.argument(3))) {
      throw new CommandException(
          "ERR " + call.text(2) + " cannot contain spaces, newlines or special characters.");
    }
    if (isName) {
      call.client().libraryName(call.text(3));
    } else {
      call.client().libraryVersion(call.text(3));
    }
    call.reply().ok();
  }
}
