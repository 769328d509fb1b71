package io.jacinth.commands.hash;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class HashCommands {
  public static final List<Command> ALL =
      List.of(
          new HDel(),
          new HExists(),
          new HExpire(),
          new HExpireAt(),
          new HExpireTime(),
          new HGet(),
          new HGetAll(),
          new HGetDel(),
          new HGetEx(),
          new HIncrBy(),
          new HIncrByFloat(),
          new HKeys(),
          new HLen(),
          new HMGet(),
          new HMSet(),
          new HPExpire(),
          new HPExpireAt(),
          new HPExpireTime(),
          new HPTtl(),
          new HPersist(),
          new HRandField(),
          new HScan(),
          new HSet(),
          new HSetEx(),
          new HSetNx(),
          new HStrLen(),
          new HTtl(),
          new HVals());

  private HashCommands() {}
}
