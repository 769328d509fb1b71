package io.jacinth.commands.zset;

import io.jacinth.engine.Call;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.value.ZsetTable;

/** Sorted sets that commands make of others. */
public final class Results {
  private Results() {}

  /** Puts a result under a key, in place of what is there, and answers its size: one change. */
  static void store(Call call, Key key, ZsetTable result, KeyEvent event) {
    store(call, key, result, event, 1);
  }

  /** As {@link #store(Call, Key, ZsetTable, KeyEvent)}, counted as so many changes. */
  public static void store(Call call, Key key, ZsetTable result, KeyEvent event, long changes) {
    Database database = call.database();
    long size = result.size();
    if (size == 0) {
      result.free();
      database.delete(key, KeyEvent.DEL);
    } else {
      database.clear(key);
      database.zsetToFill(key).fill(result);
      database.changed(key, event, changes);
    }
    call.reply().integer(size);
  }
}
