package io.jacinth.commands.generic;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;

/** What RENAME and RENAMENX share. */
final class Renaming {
  private Renaming() {}

  /** Renames the first key to the second; false where that one is taken and not to be replaced. */
  static boolean run(Call call, boolean replaces) {
    Database database = call.database();
    Key source = call.key(1);
    Key target = call.key(2);
    if (database.find(source) == null) {
      throw ErrorReply.NO_SUCH_KEY.exception();
    }
    if (source.bytes().contentEquals(target.bytes())) {
      return false;
    }
    if (!replaces && database.find(target) != null) {
      return false;
    }
    database.move(source, database, target, KeyEvent.RENAME_FROM, KeyEvent.RENAME_TO);
    return true;
  }
}
