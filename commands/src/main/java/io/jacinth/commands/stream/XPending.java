package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.stream.NamedRecords;
import io.jacinth.engine.value.stream.PendingCursor;
import io.jacinth.engine.value.stream.StreamConsumer;
import io.jacinth.engine.value.stream.StreamGroup;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamValue;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

/**
 * {@code XPENDING key group [[IDLE millis] start end count [consumer]]}: how much is pending, or
 * the entries that are. The options are checked before the key.
 */
final class XPending implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XPENDING")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Tells of the entries that a consumer group has not acknowledged.")
        .complexity("O(N), N being the number of entries returned, or looked at with IDLE")
        .flags(READONLY)
        .tips("nondeterministic_output")
        .key("key", RO, ACCESS)
        .string("group")
        .optional(
            block(
                "filters",
                integer("min-idle-time").token("IDLE").since("6.2.0").optional(),
                string("start"),
                string("end"),
                integer("count"),
                string("consumer").optional()));
  }

  @Override
  public void run(Call call) {
    int words = call.count();
    if (words != 3 && (words < 6 || words > 9)) {
      throw ErrorReply.SYNTAX.exception();
    }
    if (words == 3) {
      StreamValue stream = call.database().stream(call.key(1));
      summarize(call, stream, group(call, stream));
      return;
    }
    long idleMillis = 0;
    int at = 3;
    if (call.is(3, "IDLE")) {
      idleMillis = call.integer(4);
      if (words < 8) {
        throw ErrorReply.SYNTAX.exception();
      }
      at = 5;
    }
    long count = Math.max(call.integer(at + 2), 0);
    Ids.from(call, at);
    Ids.to(call, at + 1);
    answer(call, idleMillis, count, at + 3);
  }

  private static StreamGroup group(Call call, @Nullable StreamValue stream) {
    StreamGroup group = Groups.find(stream, call, 2);
    if (group == null) {
      throw Groups.missing(call, 1, 2);
    }
    return group;
  }

  private static void summarize(Call call, @Nullable StreamValue stream, StreamGroup group) {
    Reply reply = call.reply();
    reply.array(4);
    reply.integer(group.pendingCount());
    if (stream == null || group.pendingCount() == 0) {
      reply.nil();
      reply.nil();
      reply.nilArray();
      return;
    }
    PendingCursor cursor = stream.pending(group, null);
    cursor.seek(call.streamArguments().from().setLeast());
    cursor.id().writeTo(reply);
    cursor.seekLast();
    cursor.id().writeTo(reply);
    answerConsumers(reply, group.consumers());
  }

  private static void answerConsumers(Reply reply, NamedRecords<StreamConsumer> consumers) {
    int busy = 0;
    for (int i = 0; i < consumers.size(); i++) {
      busy += consumers.get(i).pendingCount() > 0 ? 1 : 0;
    }
    reply.array(busy);
    Slice name = new Slice();
    for (int i = 0; i < consumers.size(); i++) {
      StreamConsumer consumer = consumers.get(i);
      if (consumer.pendingCount() > 0) {
        reply.array(2);
        reply.bulk(consumer.name(name));
        reply.bulkInteger(consumer.pendingCount());
      }
    }
  }

  private static void answer(Call call, long idleMillis, long count, int consumerAt) {
    StreamValue stream = call.database().stream(call.key(1));
    StreamGroup group = group(call, stream);
    StreamConsumer consumer = null;
    if (consumerAt < call.count()) {
      consumer = group.consumers().find(call.argument(consumerAt));
      if (consumer == null) {
        call.reply().array(0);
        return;
      }
    }
    if (stream != null) {
      answer(call, stream.pending(group, consumer), idleMillis, count);
    }
  }

  /** Walks twice: to count, and to answer. */
  private static void answer(Call call, PendingCursor cursor, long idleMillis, long count) {
    StreamId from = call.streamArguments().from();
    StreamId to = call.streamArguments().to();
    long found = 0;
    for (boolean has = cursor.seek(from); has && found < count; has = cursor.next()) {
      if (cursor.id().compareTo(to) > 0) {
        break;
      }
      found += isIdle(call, cursor, idleMillis) ? 1 : 0;
    }
    call.reply().array(found);
    Slice name = new Slice();
    cursor.seek(from);
    while (found > 0) {
      if (isIdle(call, cursor, idleMillis)) {
        answer(call, cursor, name);
        found--;
      }
      cursor.next();
    }
  }

  private static boolean isIdle(Call call, PendingCursor cursor, long idleMillis) {
    return idleMillis == 0 || call.nowMillis() - cursor.deliveredMillis() >= idleMillis;
  }

  private static void answer(Call call, PendingCursor cursor, Slice name) {
    Reply reply = call.reply();
    reply.array(4);
    cursor.id().writeTo(reply);
    reply.bulk(cursor.consumer().name(name));
    reply.integer(Math.max(call.nowMillis() - cursor.deliveredMillis(), 0));
    reply.integer(cursor.deliveries());
  }
}
