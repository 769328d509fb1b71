package io.jacinth.commands.stream;

import io.jacinth.engine.Call;
import io.jacinth.engine.value.stream.StreamCursor;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamIdList;
import io.jacinth.engine.value.stream.StreamValue;

/** What XCLAIM and XAUTOCLAIM do with the entries that they find. */
final class Claims {
  private Claims() {}

  /** Answers ids, or the entries that have them. */
  static void answer(Call call, StreamValue stream, StreamIdList ids, boolean onlyIds) {
    call.reply().array(ids.size());
    StreamId id = call.streamArguments().id();
    StreamCursor entries = stream.entries();
    for (int i = 0; i < ids.size(); i++) {
      ids.get(i, id);
      if (onlyIds) {
        id.writeTo(call.reply());
      } else if (entries.find(id)) {
        entries.writeTo(call.reply());
      }
    }
  }
}
