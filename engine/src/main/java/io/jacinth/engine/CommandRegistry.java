package io.jacinth.engine;

import io.jacinth.engine.config.ConfigException;
import io.jacinth.protocol.Slice;
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

  /**
   * Gives a command another name to be called by, or none where that is empty ({@code
   * rename-command}); everything else goes on to know it by its own. Before the server runs.
   */
  public void rename(String name, String newName) throws ConfigException {
    RegisteredCommand command = table.remove(name);
    if (command == null) {
      throw new ConfigException("No such command in rename-command");
    }
    if (!newName.isEmpty()) {
      if (table.find(Slice.of(newName)) != null) {
        throw new ConfigException("Target command name already exists");
      }
      table.add(newName, command);
    }
  }

  /**
   * The command that clients call by a name in any case, as {@code get} or {@code config|get};
   * null: none.
   */
  public @Nullable RegisteredCommand called(String name) {
    int bar = name.indexOf('|');
    if (bar < 0) {
      return table.find(Slice.of(name));
    }
    RegisteredCommand container = table.find(Slice.of(name.substring(0, bar)));
    CommandTable children = container == null ? null : container.subcommands();
    return children == null ? null : children.find(Slice.of(name.substring(bar + 1)));
  }

  /**
   * The command of a full name in any case, whatever clients call it, as {@code get} or {@code
   * config|get}; null: none.
   */
  public @Nullable RegisteredCommand find(String name) {
    return byName.get(name.toLowerCase(Locale.ROOT));
  }

  /** Those that clients can call, each container before its subcommands. */
  public List<RegisteredCommand> callable() {
    List<RegisteredCommand> callable = new ArrayList<>();
    for (RegisteredCommand command : table.all()) {
      callable.add(command);
      CommandTable children = command.subcommands();
      if (children != null) {
        callable.addAll(children.all());
      }
    }
    return callable;
  }

  public CommandTable table() {
    return table;
  }

  /** All commands and subcommands; the index is the {@link RegisteredCommand#id()}. */
  public List<RegisteredCommand> all() {
    return Collections.unmodifiableList(all);
  }
}
