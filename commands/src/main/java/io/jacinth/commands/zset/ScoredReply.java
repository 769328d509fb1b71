package io.jacinth.commands.zset;

import io.jacinth.engine.value.ZsetTable;
import io.jacinth.engine.value.ZsetValue;
import io.jacinth.protocol.Reply;

/** Replies of members, with their scores or without: in RESP3 each with its score is a pair. */
final class ScoredReply {
  private ScoredReply() {}

  /** Begins a reply of so many members. */
  static void begin(Reply reply, long count, boolean hasScores) {
    reply.array(hasScores && !reply.isResp3() ? 2 * count : count);
  }

  /** Answers the member that a set is at. */
  static void member(Reply reply, ZsetValue set, boolean hasScores) {
    if (hasScores && reply.isResp3()) {
      reply.array(2);
    }
    set.member().writeTo(reply);
    if (hasScores) {
      reply.real(set.score());
    }
  }

  /** Answers all members of a result. */
  static void all(Reply reply, ZsetTable result, boolean hasScores) {
    begin(reply, result.size(), hasScores);
    result.forEach(
        (member, score) -> {
          if (hasScores && reply.isResp3()) {
            reply.array(2);
          }
          reply.bulk(member);
          if (hasScores) {
            reply.real(score);
          }
        });
  }
}
