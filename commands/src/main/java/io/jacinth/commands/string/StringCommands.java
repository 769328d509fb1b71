package io.jacinth.commands.string;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class StringCommands {
  public static final List<Command> ALL =
      List.of(
          new Append(),
          new Decr(),
          new DecrBy(),
          new DelIfEq(),
          new Get(),
          new GetDel(),
          new GetEx(),
          new GetRange(),
          new GetSet(),
          new Incr(),
          new IncrBy(),
          new IncrByFloat(),
          new Lcs(),
          new MGet(),
          new MSet(),
          new MSetNx(),
          new PSetEx(),
          new Set(),
          new SetEx(),
          new SetNx(),
          new SetRange(),
          new StrLen(),
          new SubStr());

  private StringCommands() {}
}
