package io.jacinth.commands.string;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class StringCommands {
  public static final List<Command> ALL =
      List.of(new Get(), new GetRange(), new Incr(), new MGet(), new MSet(), new Set());

  private StringCommands() {}
}
