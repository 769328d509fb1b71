package io.jacinth.commands.list;

import io.jacinth.engine.Call;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.value.Element;
import io.jacinth.engine.value.ListValue;
import io.jacinth.protocol.Slice;

/** What the commands have in common that move an element from an end of a list to another. */
final class Moves {
  private Moves() {}

  /** Moves an element from the list of key 1 to that of key 2 and answers it, else nil. */
  static void run(Call call, End from, End to) {
    if (!isDone(call, from, to)) {
      call.reply().nil();
    }
  }

  /** As {@link #run}, but answers nothing where there is no element; false then. */
  static boolean isDone(Call call, End from, End to) {
    Database database = call.database();
    ListValue source = database.listToChange(call.key(1));
    if (source == null) {
      return false;
    }
    ListValue target = database.listToFill(call.key(2));
    source.seek(from.index());
    Element moved = own(call, source.element());
    target.expect(moved.length(), 1);
    to.push(target, moved);
    moved.writeTo(call.reply());
    database.changed(call.key(2), to.pushed(), 0);
    from.drop(source, 1);
    database.changed(call.key(1), from.popped(), 1);
    return true;
  }

  /** The element with its bytes where no change to the lists reaches them. */
  private static Element own(Call call, Element element) {
    if (element.isInteger()) {
      return element;
    }
    Slice copy = call.copied(element.bytes());
    return element.setBytes(copy.segment(), copy.offset(), copy.length());
  }
}
