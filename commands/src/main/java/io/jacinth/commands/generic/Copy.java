package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.OW;
import static io.jacinth.engine.spec.KeyFlag.RO;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code COPY source destination [DB destination-db] [REPLACE]}: copies a value with its deadline;
 * 1 if it was copied, else 0. The options are checked before the keys.
 */
final class Copy implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("COPY")
        .in(CommandGroup.GENERIC)
        .since("6.2.0")
        .summary("Copies the value of a key, with its deadline, to another key.")
        .complexity("O(1); O(N) for a collection of N elements")
        .flags(WRITE, DENYOOM)
        .key("source", RO, ACCESS)
        .key("destination", OW, UPDATE)
        .optional(integer("destination-db").token("DB"))
        .optional(word("REPLACE"));
  }

  @Override
  public void run(Call call) {
    Database target = call.database();
    boolean replaces = false;
    for (int i = 3; i < call.count(); i++) {
      if (call.is(i, "REPLACE")) {
        replaces = true;
      } else if (call.is(i, "DB") && i + 1 < call.count()) {
        target = call.database(call.int32(++i));
      } else {
        throw ErrorReply.SYNTAX.exception();
      }
    }
    call.reply().integer(copy(call, target, replaces) ? 1 : 0);
  }

  private static boolean copy(Call call, Database targetDatabase, boolean replaces) {
    Database database = call.database();
    Key source = call.key(1);
    Key target = call.key(2);
    if (targetDatabase == database && source.bytes().contentEquals(target.bytes())) {
      throw ErrorReply.SAME_OBJECT.exception();
    }
    if (database.read(source) == null || (targetDatabase.find(target) != null && !replaces)) {
      return false;
    }
    database.copy(source, targetDatabase, target, KeyEvent.COPY_TO);
    return true;
  }
}
