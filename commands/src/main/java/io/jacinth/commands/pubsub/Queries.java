package io.jacinth.commands.pubsub;

import io.jacinth.engine.ByteString;
import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.pubsub.Kind;
import io.jacinth.engine.pubsub.PubSub;
import java.util.List;

/** What PUBSUB's subcommands ask of channels and, in the same way, of shard channels. */
final class Queries {
  private Queries() {}

  static void names(Call call, Kind kind) {
    if (call.count() > 3) {
      throw new CommandException(
          "ERR unknown subcommand or wrong number of arguments for '"
              + call.quoted(1)
              + "'. Try PUBSUB HELP.");
    }
    PubSub pubSub = call.engine().pubSub();
    List<ByteString> names = pubSub.names(kind, call.count() == 3 ? call.argument(2) : null);
    call.reply().array(names.size());
    names.forEach(name -> call.reply().bulk(name.slice()));
  }

  static void subscribers(Call call, Kind kind) {
    PubSub pubSub = call.engine().pubSub();
    call.reply().array((call.count() - 2) * 2L);
    for (int i = 2; i < call.count(); i++) {
      call.reply().bulk(call.argument(i));
      call.reply().integer(pubSub.subscribers(kind, ByteString.of(call.argument(i))));
    }
  }
}
