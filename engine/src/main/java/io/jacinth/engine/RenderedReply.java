package io.jacinth.engine;

import io.jacinth.protocol.Reply;
import io.jacinth.protocol.ReplyBuffer;
import io.jacinth.protocol.Resp2Writer;
import io.jacinth.protocol.Resp3Writer;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Replies as bytes, to be sent later. Owned by one worker. */
final class RenderedReply {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ReplyBuffer out = new ReplyBuffer(Arena.ofAuto(), this::take);
  private final Resp2Writer resp2 = new Resp2Writer(out);
  private final Resp3Writer resp3 = new Resp3Writer(out);

  private void take(MemorySegment source, long offset, int length) {
    bytes.writeBytes(source.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE));
  }

  /** Forgets what was written. */
  RenderedReply clear() {
    bytes.reset();
    out.clear();
    return this;
  }

  /** Where replies are written in a client's protocol. */
  Reply writerFor(Client client) {
    return client.isResp3() ? resp3 : resp2;
  }

  /** What was written since {@link #clear}. */
  byte[] written() {
    out.flush();
    return bytes.toByteArray();
  }
}
