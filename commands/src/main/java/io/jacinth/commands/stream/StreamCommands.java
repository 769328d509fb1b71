package io.jacinth.commands.stream;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class StreamCommands {
  public static final List<Command> ALL =
      List.of(
          new XAck(),
          new XAdd(),
          new XAutoClaim(),
          new XClaim(),
          new XDel(),
          new XGroupContainer(),
          new XGroupCreate(),
          new XGroupCreateConsumer(),
          new XGroupDelConsumer(),
          new XGroupDestroy(),
          new XGroupHelp(),
          new XGroupSetId(),
          new XInfoConsumers(),
          new XInfoContainer(),
          new XInfoGroups(),
          new XInfoHelp(),
          new XInfoStream(),
          new XLen(),
          new XPending(),
          new XRange(),
          new XRead(),
          new XReadGroup(),
          new XRevRange(),
          new XSetId(),
          new XTrim());

  private StreamCommands() {}
}
