package io.jacinth.commands.bitmap;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class BitmapCommands {
  public static final List<Command> ALL =
      List.of(
          new BitCount(),
          new BitField(),
          new BitFieldRo(),
          new BitOp(),
          new BitPos(),
          new GetBit(),
          new SetBit());

  private BitmapCommands() {}
}
