package io.jacinth.commands.observe;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class ObserveCommands {
  public static final List<Command> ALL =
      List.of(
          new CommandLogContainer(),
          new CommandLogGet(),
          new CommandLogHelp(),
          new CommandLogLen(),
          new CommandLogReset(),
          new HotKeysContainer(),
          new HotKeysGet(),
          new HotKeysHelp(),
          new HotKeysReset(),
          new HotKeysStart(),
          new HotKeysStop(),
          new LatencyContainer(),
          new LatencyDoctor(),
          new LatencyGraph(),
          new LatencyHelp(),
          new LatencyHistogram(),
          new LatencyHistory(),
          new LatencyLatest(),
          new LatencyReset(),
          new Monitor(),
          new SlowLogContainer(),
          new SlowLogGet(),
          new SlowLogHelp(),
          new SlowLogLen(),
          new SlowLogReset());

  private ObserveCommands() {}
}
