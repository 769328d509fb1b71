package io.jacinth.commands.server;

import io.jacinth.engine.Call;
import io.jacinth.engine.CommandTable;
import io.jacinth.engine.KeyPositions;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandFlag;
import io.jacinth.engine.spec.KeyFlag;
import io.jacinth.protocol.Slice;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a request that is itself the argument of COMMAND GETKEYS and COMMAND GETKEYSANDFLAGS.
 * Checked in this order: the command is known, has keys, takes so many arguments, has keys among
 * these.
 */
final class CommandKeys {
  /** Where the request begins. */
  private static final int FIRST = 2;

  private final Call call;
  private final RegisteredCommand command;
  private final KeyPositions positions;

  private CommandKeys(Call call, RegisteredCommand command, KeyPositions positions) {
    this.call = call;
    this.command = command;
    this.positions = positions;
  }

  static CommandKeys of(Call call) {
    RegisteredCommand command = command(call);
    if (command == null) {
      throw new CommandException("ERR Invalid command specified");
    }
    if (command.keySpecs().isEmpty()) {
      throw new CommandException("ERR The command has no key arguments");
    }
    if (!command.accepts(call.count() - FIRST)) {
      throw new CommandException("ERR Invalid number of arguments specified for command");
    }
    KeyPositions positions = call.keysOf(command, FIRST);
    boolean hasKeys = positions.isValid() && positions.count() > 0;
    if (!hasKeys && !command.spec().has(CommandFlag.NO_MANDATORY_KEYS)) {
      throw new CommandException("ERR Invalid arguments specified for command");
    }
    return new CommandKeys(call, command, positions);
  }

  private static @Nullable RegisteredCommand command(Call call) {
    RegisteredCommand command = call.engine().commands().table().find(call.argument(FIRST));
    CommandTable subcommands = command == null ? null : command.subcommands();
    return subcommands == null || call.count() == FIRST + 1
        ? command
        : subcommands.find(call.argument(FIRST + 1));
  }

  int count() {
    return positions.isValid() ? positions.count() : 0;
  }

  Slice key(int index) {
    return call.argument(FIRST + positions.position(index));
  }

  /** What the request does with a key. */
  Set<KeyFlag> flags(int index) {
    List<String> words = Texts.from(call, FIRST);
    return command.spec().keyFlags(command.keySpecs().get(positions.specIndex(index)), words);
  }
}
