package io.jacinth.commands.server;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class ServerCommands {
  public static final List<Command> ALL =
      List.of(
          new BgRewriteAof(),
          new BgSave(),
          new CommandContainer(),
          new CommandCount(),
          new CommandDocs(),
          new CommandGetKeys(),
          new CommandGetKeysAndFlags(),
          new CommandInfo(),
          new CommandList(),
          new CommandHelp(),
          new ConfigContainer(),
          new ConfigGet(),
          new ConfigHelp(),
          new ConfigResetStat(),
          new ConfigRewrite(),
          new ConfigSet(),
          new DbSize(),
          new FlushAll(),
          new FlushDb(),
          new SwapDb(),
          new Info(),
          new LastSave(),
          new LolWut(),
          new MemoryContainer(),
          new MemoryDoctor(),
          new MemoryHelp(),
          new MemoryMallocStats(),
          new MemoryPurge(),
          new MemoryStats(),
          new MemoryUsage(),
          new Save(),
          new Shutdown(),
          new Time());

  private ServerCommands() {}
}
