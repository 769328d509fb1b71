package io.jacinth.commands.set;

import io.jacinth.engine.value.SetValue;
import io.jacinth.protocol.Reply;
import org.jspecify.annotations.Nullable;

/** Sets as replies. */
final class SetReplies {
  private SetReplies() {}

  /** Answers all members of a set, none where there is no set. */
  static void writeAll(@Nullable SetValue set, Reply reply) {
    if (set == null) {
      reply.set(0);
      return;
    }
    reply.set(set.size());
    set.rewind();
    while (set.next()) {
      set.member().writeTo(reply);
    }
  }
}
