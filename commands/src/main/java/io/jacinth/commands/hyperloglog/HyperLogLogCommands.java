package io.jacinth.commands.hyperloglog;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class HyperLogLogCommands {
  public static final List<Command> ALL =
      List.of(new PfAdd(), new PfCount(), new PfDebug(), new PfMerge(), new PfSelfTest());

  private HyperLogLogCommands() {}
}
