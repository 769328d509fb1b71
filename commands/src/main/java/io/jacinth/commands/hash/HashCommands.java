package io.jacinth.commands.hash;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class HashCommands {
  public static final List<Command> ALL =
      List.of(
          new HDel(),
          new HExists(),
          new HGet(),
          new HGetAll(),
          new HIncrBy(),
          new HIncrByFloat(),
          new HKeys(),
          new HLen(),
          new HMGet(),
          new HMSet(),
          new HRandField(),
          new HScan(),
          new HSet(),
          new HSetNx(),
          new HStrLen(),
          new HVals());

  private HashCommands() {}
}
