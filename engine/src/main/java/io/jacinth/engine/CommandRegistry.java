package io.jacinth.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the table of commands from the families' lists. A subcommand, named {@code
 * container|name}, goes into its container's table.
 */
public final class CommandRegistry {
  private final CommandTable table = new CommandTable();
  private final List<RegisteredCommand> all = new ArrayList<>();
  private final Map<String, RegisteredCommand> byName = new HashMap<>();

  /**
   * @param commands all commands and subcommands, in any order
   */
  public CommandRegistry(List<Command> commands) {
    Map<String, List<Command>> subcommands = new LinkedHashMap<>();
    for (Command command : commands) {
      String container = command.spec().containerName();
      if (container != null) {
        subcommands.computeIfAbsent(container, name -> new ArrayList<>()).add(command);
      }
    }
    for (Command command : commands) {
      if (command.spec().containerName() == null) {
        add(command, subcommands.remove(command.spec().name()));
      }
    }
    if (!subcommands.isEmpty()) {
      throw new IllegalStateException("no container is registered for " + subcommands.keySet());
    }
  }

  private void add(Command command, @Nullable List<Command> children) {
    CommandTable childTable = null;
    if (children != null) {
      childTable = new CommandTable();
      for (Command child : children) {
        childTable.add(child.spec().shortName(), register(child, null));
      }
    }
    table.add(command.spec().name(), register(command, childTable));
  }

  private RegisteredCommand register(Command command, @Nullable CommandTable children) {
    RegisteredCommand registered = new RegisteredCommand(all.size(), command, children);
    all.add(registered);
    byName.put(registered.name(), registered);
    return registered;
  }

  /** The command of a full name in any case, as {@code get} or {@code config|get}; null: none. */
  public @Nullable RegisteredCommand find(String name) {
    return byName.get(name.toLowerCase(Locale.ROOT));
  }

  public CommandTable table() {
    return table;
  }

  /** All commands and subcommands; the index is the {@link RegisteredCommand#id()}. */
  public List<RegisteredCommand> all() {
    return Collections.unmodifiableList(all);
  }
}
