package io.jacinth.commands.acl;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;

/** The error of a subcommand that takes fewer arguments than were given. */
final class Usage {
  private Usage() {}

  static CommandException wrong(Call call) {
    return new CommandException(
        "ERR unknown subcommand or wrong number of arguments for '"
            + call.quoted(1)
            + "'. Try ACL HELP.");
  }
}
