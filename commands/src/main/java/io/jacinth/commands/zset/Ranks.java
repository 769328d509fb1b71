package io.jacinth.commands.zset;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.value.ZsetValue;
import io.jacinth.protocol.Reply;

/** What ZRANK and ZREVRANK do. */
final class Ranks {
  private Ranks() {}

  static void run(Call call, boolean isReverse) {
    boolean hasScore = call.count() > 3;
    if (call.count() > 4) {
      throw new CommandException(
          "ERR wrong number of arguments for '" + call.command().spec().name() + "' command");
    }
    if (hasScore && !call.is(3, "WITHSCORE")) {
      throw ErrorReply.SYNTAX.exception();
    }
    ZsetValue set = call.database().zset(call.key(1));
    long rank = set == null ? -1 : set.rank(call.argument(2));
    if (set == null || rank < 0) {
      answerNone(call.reply(), hasScore);
      return;
    }
    if (hasScore) {
      call.reply().array(2);
    }
    call.reply().integer(isReverse ? set.size() - 1 - rank : rank);
    if (hasScore) {
      call.reply().real(set.score());
    }
  }

  private static void answerNone(Reply reply, boolean hasScore) {
    if (hasScore) {
      reply.nilArray();
    } else {
      reply.nil();
    }
  }
}
