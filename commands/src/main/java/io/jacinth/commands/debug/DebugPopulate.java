package io.jacinth.commands.debug;

import io.jacinth.engine.Call;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.protocol.Slice;
import java.util.Arrays;

/**
 * {@code DEBUG POPULATE count [prefix] [size]}: sets keys {@code prefix:0}, {@code prefix:1}, … to
 * {@code value:0}, …, filled up with zero bytes or cut off to the size. Keys that are there stay.
 * As in Redis, nothing of it is written to the append-only file or sent to replicas.
 */
final class DebugPopulate {
  static final DebugWord WORD =
      new DebugWord(
          "POPULATE",
          "<count> [<prefix>] [<size>]",
          "Sets so many keys to strings.",
          1,
          3,
          DebugPopulate::run);

  private static final String OUT_OF_RANGE = "ERR value is out of range, must be positive";

  private DebugPopulate() {}

  private static void run(Call call) {
    long count = call.integer(2, 0, Long.MAX_VALUE, OUT_OF_RANGE);
    String prefix = call.count() > 3 ? call.argument(3).toString() : "key";
    int size = call.count() > 4 ? (int) call.integer(4, 0, Integer.MAX_VALUE, OUT_OF_RANGE) : 0;
    Database database = call.database();
    call.propagation().nothing();
    for (long i = 0; i < count; i++) {
      Key key = call.keyNamed(Slice.ofLatin1(prefix + ":" + i));
      if (!database.exists(key)) {
        Slice value = Slice.ofLatin1("value:" + i);
        database.setString(
            key, size == 0 ? value : sized(value, size), Entry.NO_DEADLINE, KeyEvent.SET);
      }
    }
    call.reply().ok();
  }

  private static Slice sized(Slice value, int size) {
    return Slice.of(Arrays.copyOf(value.toBytes(), size));
  }
}
