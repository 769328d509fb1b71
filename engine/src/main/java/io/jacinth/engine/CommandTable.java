package io.jacinth.engine;

import io.jacinth.protocol.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Commands by name, found by the bytes of a request without making a string: open addressing over a
 * hash of the name's letters in lower case. Immutable once the server runs.
 */
public final class CommandTable {
  private final List<RegisteredCommand> inOrder = new ArrayList<>();
  private final List<String> namesInOrder = new ArrayList<>();
  private final @Nullable RegisteredCommand[] slots = new RegisteredCommand[2048];
  private final String[] names = new String[2048];

  void add(String shortName, RegisteredCommand command) {
    String name = shortName.toUpperCase(Locale.ROOT);
    if (find(Slice.of(name)) != null) {
      throw new IllegalStateException("two commands are named " + name);
    }
    int i = hash(Slice.of(name));
    while (slots[i] != null) {
      i = i + 1 & slots.length - 1;
    }
    slots[i] = command;
    names[i] = name;
    inOrder.add(command);
    namesInOrder.add(shortName);
  }

  /** Takes a command out and answers it; null where none has the name. Before the server runs. */
  @Nullable RegisteredCommand remove(String shortName) {
    RegisteredCommand removed = find(Slice.of(shortName));
    if (removed != null) {
      List<RegisteredCommand> commands = List.copyOf(inOrder);
      List<String> commandNames = List.copyOf(namesInOrder);
      Arrays.fill(slots, null);
      inOrder.clear();
      namesInOrder.clear();
      for (int i = 0; i < commands.size(); i++) {
        if (commands.get(i) != removed) {
          add(commandNames.get(i), commands.get(i));
        }
      }
    }
    return removed;
  }

  /** The command of a name in any case, or null. */
  public @Nullable RegisteredCommand find(Slice name) {
    int i = hash(name);
    while (true) {
      RegisteredCommand command = slots[i];
      if (command == null || name.is(names[i])) {
        return command;
      }
      i = i + 1 & slots.length - 1;
    }
  }

  private int hash(Slice name) {
    int h = name.length();
    for (int i = 0; i < name.length() && i < 32; i++) {
      h = h * 31 + (name.at(i) | 0x20);
    }
    return (h ^ h >>> 11) & slots.length - 1;
  }

  /** In the order of registration. */
  public List<RegisteredCommand> all() {
    return Collections.unmodifiableList(inOrder);
  }
}
