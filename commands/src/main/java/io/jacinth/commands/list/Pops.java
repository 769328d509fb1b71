package io.jacinth.commands.list;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.value.ListValue;

/** What the commands have in common that take elements from the end of a list. */
final class Pops {
  private Pops() {}

  /** {@code LPOP key [count]}: the count is checked before the key. */
  static void run(Call call, End end) {
    if (call.count() > 3) {
      throw new CommandException(
          "ERR wrong number of arguments for '" + call.command().name() + "' command");
    }
    if (call.count() == 2) {
      one(call, end);
    } else {
      some(call, end);
    }
  }

  private static void one(Call call, End end) {
    Key key = call.key(1);
    ListValue list = call.database().listToChange(key);
    if (list == null) {
      call.reply().nil();
    } else {
      end.answer(list, call.reply(), 1);
      drop(call, key, list, end, 1);
    }
  }

  private static void some(Call call, End end) {
    long most = call.integer(2, 0, Long.MAX_VALUE, "ERR value is out of range, must be positive");
    Key key = call.key(1);
    ListValue list = call.database().listToChange(key);
    if (list == null) {
      call.reply().nilArray();
    } else if (most == 0) {
      call.reply().array(0);
    } else {
      answer(call, key, list, end, most);
    }
  }

  /** Takes up to so many elements, at least one, and answers them as an array. */
  static void answer(Call call, Key key, ListValue list, End end, long most) {
    long count = Math.min(most, list.size());
    call.reply().array(count);
    end.answer(list, call.reply(), count);
    drop(call, key, list, end, count);
  }

  /** Removes elements that have been answered. */
  static void drop(Call call, Key key, ListValue list, End end, long count) {
    end.drop(list, count);
    call.database().changed(key, end.popped(), count);
  }
}
