package io.jacinth.commands;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;

/**
 * A command that only holds subcommands, as CLIENT: it has a specification and no body, since every
 * request names one of its subcommands.
 */
public interface Container extends Command {
  @Override
  default void run(Call call) {
    throw new CommandException("ERR " + call.command().name() + " needs a subcommand");
  }
}
