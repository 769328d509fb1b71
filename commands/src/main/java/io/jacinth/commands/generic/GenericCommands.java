package io.jacinth.commands.generic;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class GenericCommands {
  public static final List<Command> ALL =
      List.of(
          new Copy(),
          new Del(),
          new Dump(),
          new Exists(),
          new Expire(),
          new ExpireAt(),
          new ExpireTime(),
          new Keys(),
          new Move(),
          new ObjectContainer(),
          new ObjectEncoding(),
          new ObjectFreq(),
          new ObjectIdleTime(),
          new ObjectRefCount(),
          new ObjectHelp(),
          new PExpire(),
          new PExpireAt(),
          new PExpireTime(),
          new PTtl(),
          new Persist(),
          new RandomKey(),
          new Rename(),
          new RenameNx(),
          new Restore(),
          new Scan(),
          new Sort(),
          new SortRo(),
          new Touch(),
          new Ttl(),
          new Type(),
          new Unlink());

  private GenericCommands() {}
}
