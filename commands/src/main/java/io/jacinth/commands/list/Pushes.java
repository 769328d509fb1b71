package io.jacinth.commands.list;

import io.jacinth.engine.Call;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.value.ListValue;

/** What the commands have in common that add their arguments, from the third on, to a list. */
final class Pushes {
  private Pushes() {}

  /** Pushes and answers the length; where nothing may be created and nothing is there, 0. */
  static void run(Call call, End end, boolean creates) {
    Key key = call.key(1);
    Database database = call.database();
    ListValue list = creates ? database.listToFill(key) : database.listToChange(key);
    if (list == null) {
      call.reply().integer(0);
      return;
    }
    push(call, end, list);
    call.reply().integer(list.size());
  }

  /** Where the memory ends half-way, what has been added stays and is stated. */
  private static void push(Call call, End end, ListValue list) {
    long bytes = 0;
    for (int i = 2; i < call.count(); i++) {
      bytes += call.argument(i).length();
    }
    int pushed = 0;
    try {
      list.expect(bytes, call.count() - 2L);
      for (int i = 2; i < call.count(); i++) {
        end.push(list, call.argument(i));
        pushed++;
      }
    } finally {
      call.database().changed(call.key(1), end.pushed(), pushed);
    }
  }
}
