package io.jacinth.commands.server;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.value.Encoding;
import io.jacinth.protocol.Slice;

/**
 * {@code DEBUG OBJECT key}: how a value is stored, in the words of Redis. The address is that of
 * the entry in its partition; the serialized length is a string's in an RDB file, else the memory
 * of the entry.
 */
final class DebugObject {
  static final DebugWord WORD =
      new DebugWord(
          "OBJECT", "key", "Tells how the value of a key is stored.", 1, DebugObject::run);

  private DebugObject() {}

  private static void run(Call call) {
    Key key = call.key(2);
    Entry entry = call.database().peek(key);
    if (entry == null) {
      throw ErrorReply.NO_SUCH_KEY.exception();
    }
    call.reply()
        .status(
            "Value at:0x%x refcount:1 encoding:%s serializedlength:%d lru:%d lru_seconds_idle:%d"
                .formatted(
                    entry.ref(),
                    call.database().encodingName(key, entry),
                    entry.isString() ? serializedBytes(entry) : entry.bytes(),
                    entry.usage(),
                    call.database().idleSeconds(entry)));
  }

  /** The length of a string in an RDB file without compression: with a header, or as an integer. */
  private static long serializedBytes(Entry entry) {
    long length = entry.stringLength();
    if (entry.encoding() == Encoding.INT) {
      long value = entry.string(new Slice()).integerOr(0);
      if (value == (int) value) {
        return value == (byte) value ? 2 : value == (short) value ? 3 : 5;
      }
    }
    return length + (length < 1 << 6 ? 1 : length < 1 << 14 ? 2 : 5);
  }
}
