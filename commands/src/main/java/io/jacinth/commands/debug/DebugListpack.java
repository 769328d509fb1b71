package io.jacinth.commands.debug;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.PackedText;

/** {@code DEBUG LISTPACK key}: writes the elements of a packed value to the server's log. */
final class DebugListpack {
  static final DebugWord WORD =
      new DebugWord(
          "LISTPACK",
          "<key>",
          "Writes the elements of a packed value to the log.",
          1,
          DebugListpack::run);

  private DebugListpack() {}

  private static void run(Call call) {
    Key key = call.keyNamed(call.argument(2));
    Entry entry = call.database().peek(key);
    if (entry == null) {
      throw ErrorReply.NO_SUCH_KEY.exception();
    }
    switch (entry.encoding()) {
      case LISTPACK, LISTPACK_EX -> call.engine().host().warn(PackedText.of(entry));
      case INT, EMBSTR, RAW, LARGE, INTSET, LISTPACK_WIDE, STRUCTURE ->
          throw new CommandException("ERR Not a listpack encoded object.");
    }
    call.reply().status("Listpack structure printed on stdout");
  }
}
