package io.jacinth.commands.hash;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.value.Element;
import io.jacinth.engine.value.HashValue;
import io.jacinth.protocol.Reply;
import org.jspecify.annotations.Nullable;

/** What commands on fields share. */
final class Fields {
  private Fields() {}

  /** Answers a value, nil where there is none. */
  static void answer(Reply reply, @Nullable Element value) {
    if (value == null) {
      reply.nil();
    } else {
      value.writeTo(reply);
    }
  }

  /** Sets the pairs of fields and values that follow the key; answers how many fields are new. */
  static int set(Call call) {
    if (call.count() % 2 != 0) {
      throw new CommandException(
          "ERR wrong number of arguments for '" + call.command().name() + "' command");
    }
    Key key = call.key(1);
    HashValue hash = call.database().hashToFill(key);
    int added = 0;
    for (int i = 2; i < call.count(); i += 2) {
      added += hash.put(call.argument(i), call.argument(i + 1)) ? 1 : 0;
    }
    call.database().changed(key, KeyEvent.HSET, (call.count() - 2) / 2);
    return added;
  }
}
