package io.jacinth.commands;

import io.jacinth.commands.acl.AclCommands;
import io.jacinth.commands.bitmap.BitmapCommands;
import io.jacinth.commands.connection.ConnectionCommands;
import io.jacinth.commands.debug.DebugCommands;
import io.jacinth.commands.generic.GenericCommands;
import io.jacinth.commands.geo.GeoCommands;
import io.jacinth.commands.hash.HashCommands;
import io.jacinth.commands.hyperloglog.HyperLogLogCommands;
import io.jacinth.commands.list.ListCommands;
import io.jacinth.commands.observe.ObserveCommands;
import io.jacinth.commands.pubsub.PubSubCommands;
import io.jacinth.commands.scripting.ScriptingCommands;
import io.jacinth.commands.server.ServerCommands;
import io.jacinth.commands.set.SetCommands;
import io.jacinth.commands.stream.StreamCommands;
import io.jacinth.commands.string.StringCommands;
import io.jacinth.commands.transaction.TransactionCommands;
import io.jacinth.commands.zset.ZsetCommands;
import io.jacinth.engine.Command;
import java.util.List;
import java.util.stream.Stream;

/** Every command that the server has, family by family. */
public final class AllCommands {
  private AllCommands() {}

  public static List<Command> list() {
    return Stream.of(
            StringCommands.ALL,
            BitmapCommands.ALL,
            HyperLogLogCommands.ALL,
            HashCommands.ALL,
            SetCommands.ALL,
            GenericCommands.ALL,
            ConnectionCommands.ALL,
            PubSubCommands.ALL,
            ServerCommands.ALL,
            DebugCommands.ALL,
            ObserveCommands.ALL,
            AclCommands.ALL,
            StreamCommands.ALL,
            ZsetCommands.ALL,
            GeoCommands.ALL,
            ListCommands.ALL,
            ScriptingCommands.ALL,
            TransactionCommands.ALL)
        .flatMap(List::stream)
        .toList();
  }
}
