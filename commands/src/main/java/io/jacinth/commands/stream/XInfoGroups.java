package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.stream.NamedRecords;
import io.jacinth.engine.value.stream.StreamGroup;
import io.jacinth.engine.value.stream.StreamValue;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;

/** {@code XINFO GROUPS key}: the consumer groups of a stream, by name. */
final class XInfoGroups implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XINFO|GROUPS")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Lists the consumer groups of a stream.")
        .complexity("O(N), N being the number of groups")
        .flags(READONLY)
        .key("key", RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    StreamValue stream = call.database().stream(call.key(2));
    if (stream == null) {
      throw ErrorReply.NO_SUCH_KEY.exception();
    }
    Reply reply = call.reply();
    NamedRecords<StreamGroup> groups = stream.groups();
    reply.array(groups.size());
    for (int i = 0; i < groups.size(); i++) {
      StreamGroup group = groups.get(i);
      reply.map(6);
      reply.bulk("name");
      reply.bulk(group.name(new Slice()));
      reply.bulk("consumers");
      reply.integer(group.consumers().size());
      reply.bulk("pending");
      reply.integer(group.pendingCount());
      answerProgress(call, stream, group);
    }
  }

  /** Answers how far a group has come: three entries of a map. */
  static void answerProgress(Call call, StreamValue stream, StreamGroup group) {
    Reply reply = call.reply();
    reply.bulk("last-delivered-id");
    Ids.answer(call, group.last());
    reply.bulk("entries-read");
    answerKnown(reply, group.entriesRead(), group.entriesRead() != StreamGroup.UNKNOWN);
    reply.bulk("lag");
    long lag = stream.lag(group);
    answerKnown(reply, lag, lag != StreamValue.UNKNOWN_LAG);
  }

  private static void answerKnown(Reply reply, long number, boolean isKnown) {
    if (isKnown) {
      reply.integer(number);
    } else {
      reply.nil();
    }
  }
}
