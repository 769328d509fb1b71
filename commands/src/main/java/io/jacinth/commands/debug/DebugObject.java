package io.jacinth.commands.debug;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.value.ListValue;

/**
 * {@code DEBUG OBJECT key}: how a value is stored, in the words of Redis. The address is that of
 * the entry in its partition; the serialized length is that of the value in an RDB file.
 */
final class DebugObject {
  static final DebugWord WORD =
      new DebugWord(
          "OBJECT", "<key>", "Tells how the value of a key is stored.", 1, DebugObject::run);

  private DebugObject() {}

  private static void run(Call call) {
    Key key = call.keyNamed(call.argument(2));
    Database database = call.database();
    Entry entry = database.peek(key);
    if (entry == null) {
      throw ErrorReply.NO_SUCH_KEY.exception();
    }
    String encoding = database.encodingName(key, entry);
    call.reply()
        .status(
            "Value at:0x%x refcount:1 encoding:%s serializedlength:%d lru:%d lru_seconds_idle:%d%s"
                .formatted(
                    entry.ref(),
                    encoding,
                    call.engine().payloads().serializedBytes(database, key, entry),
                    entry.usage(),
                    database.idleSeconds(entry),
                    encoding.equals("quicklist") ? nodes(call, key, entry) : ""));
  }

  private static String nodes(Call call, Key key, Entry entry) {
    ListValue list = call.database().stored(key, entry).list();
    var limits = call.engine().settings().encodings;
    return " ql_nodes:%d ql_avg_node:%.2f ql_listpack_max:%d ql_compressed:%d ql_uncompressed_size:%d"
        .formatted(
            list.nodes(),
            (double) list.size() / list.nodes(),
            limits.listMaxListpackSize.value(),
            limits.listCompressDepth.value() == 0 ? 0 : 1,
            list.packedBytes());
  }
}
