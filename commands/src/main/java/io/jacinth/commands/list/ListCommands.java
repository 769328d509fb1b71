package io.jacinth.commands.list;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class ListCommands {
  public static final List<Command> ALL =
      List.of(
          new BLMPop(),
          new BLMove(),
          new BLPop(),
          new BRPop(),
          new BRPopLPush(),
          new LIndex(),
          new LInsert(),
          new LLen(),
          new LMPop(),
          new LMove(),
          new LPop(),
          new LPos(),
          new LPush(),
          new LPushX(),
          new LRange(),
          new LRem(),
          new LSet(),
          new LTrim(),
          new RPop(),
          new RPopLPush(),
          new RPush(),
          new RPushX());

  private ListCommands() {}
}
