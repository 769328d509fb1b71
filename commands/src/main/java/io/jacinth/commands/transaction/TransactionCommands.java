package io.jacinth.commands.transaction;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class TransactionCommands {
  public static final List<Command> ALL =
      List.of(new Discard(), new Exec(), new Multi(), new Unwatch(), new Watch());

  private TransactionCommands() {}
}
