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
import io.jacinth.engine.value.stream.StreamConsumer;
import io.jacinth.engine.value.stream.StreamValue;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;

/** {@code XINFO CONSUMERS key group}: the consumers of a group, by name. */
final class XInfoConsumers implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XINFO|CONSUMERS")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Lists the consumers of a consumer group.")
        .complexity("O(N), N being the number of consumers")
        .flags(READONLY)
        .tips("nondeterministic_output")
        .key("key", RO, ACCESS)
        .string("groupname");
  }

  @Override
  public void run(Call call) {
    StreamValue stream = call.database().stream(call.key(2));
    if (stream == null) {
      throw ErrorReply.NO_SUCH_KEY.exception();
    }
    NamedRecords<StreamConsumer> consumers = Groups.group(call, stream).consumers();
    Reply reply = call.reply();
    reply.array(consumers.size());
    for (int i = 0; i < consumers.size(); i++) {
      StreamConsumer consumer = consumers.get(i);
      reply.map(4);
      reply.bulk("name");
      reply.bulk(consumer.name(new Slice()));
      reply.bulk("pending");
      reply.integer(consumer.pendingCount());
      reply.bulk("idle");
      reply.integer(Math.max(call.nowMillis() - consumer.seenMillis(), 0));
      reply.bulk("inactive");
      reply.integer(
          consumer.activeMillis() == StreamConsumer.NEVER
              ? StreamConsumer.NEVER
              : Math.max(call.nowMillis() - consumer.activeMillis(), 0));
    }
  }
}
