package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.stream.PendingCursor;
import io.jacinth.engine.value.stream.StreamArguments;
import io.jacinth.engine.value.stream.StreamConsumer;
import io.jacinth.engine.value.stream.StreamCursor;
import io.jacinth.engine.value.stream.StreamGroup;
import io.jacinth.engine.value.stream.StreamValue;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;

/**
 * {@code XINFO STREAM key [FULL [COUNT count]]}: the counters of a stream, and its first and last
 * entry; or, in full, its entries, groups, consumers and what is pending. The key is checked first.
 */
final class XInfoStream implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XINFO|STREAM")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Tells of a stream.")
        .complexity(
            "O(1); in full O(N), N being the number of entries and pending entries returned")
        .flags(READONLY)
        .key("key", RO, ACCESS)
        .optional(block("full", integer("count").token("COUNT").optional()).token("FULL"));
  }

  private static final long USUAL_COUNT = 10;

  @Override
  public void run(Call call) {
    StreamValue stream = call.database().stream(call.key(2));
    if (stream == null) {
      throw ErrorReply.NO_SUCH_KEY.exception();
    }
    if (call.count() == 3) {
      call.reply().map(10);
      answerCounters(call, stream);
      answerEdges(call, stream);
      return;
    }
    long count = count(call);
    call.reply().map(9);
    answerCounters(call, stream);
    answerEntries(call, stream, count);
    call.reply().bulk("groups");
    call.reply().array(stream.groups().size());
    for (int i = 0; i < stream.groups().size(); i++) {
      answerGroup(call, stream, stream.groups().get(i), count);
    }
  }

  /** The most entries and pending entries to answer; all of them where COUNT is 0. */
  private static long count(Call call) {
    boolean hasCount = call.count() == 6 && call.is(4, "COUNT");
    if (!call.is(3, "FULL") || (call.count() != 4 && !hasCount)) {
      throw Groups.wrongArguments(call, "XINFO");
    }
    long count = hasCount ? call.integer(5) : USUAL_COUNT;
    return count < 0 ? USUAL_COUNT : count == 0 ? Long.MAX_VALUE : count;
  }

  private static void answerCounters(Call call, StreamValue stream) {
    Reply reply = call.reply();
    reply.bulk("length");
    reply.integer(stream.length());
    reply.bulk("radix-tree-keys");
    reply.integer(stream.nodeCount());
    reply.bulk("radix-tree-nodes");
    reply.integer(stream.radixNodes());
    reply.bulk("last-generated-id");
    Ids.answer(call, stream.last());
    reply.bulk("max-deleted-entry-id");
    Ids.answer(call, stream.maxDeleted());
    reply.bulk("entries-added");
    reply.integer(stream.added());
    reply.bulk("recorded-first-entry-id");
    Ids.answer(call, stream.first());
  }

  private static void answerEdges(Call call, StreamValue stream) {
    Reply reply = call.reply();
    reply.bulk("groups");
    reply.integer(stream.groups().size());
    reply.bulk("first-entry");
    answerEdge(call, stream, false);
    reply.bulk("last-entry");
    answerEdge(call, stream, true);
  }

  private static void answerEdge(Call call, StreamValue stream, boolean isLast) {
    StreamCursor cursor = stream.entries();
    if (seekAll(call, cursor, isLast)) {
      cursor.writeTo(call.reply());
    } else {
      call.reply().nil();
    }
  }

  private static boolean seekAll(Call call, StreamCursor cursor, boolean isReversed) {
    StreamArguments ids = call.streamArguments();
    return cursor.seek(ids.from().setLeast(), ids.to().setGreatest(), isReversed);
  }

  private static void answerEntries(Call call, StreamValue stream, long count) {
    call.reply().bulk("entries");
    StreamCursor cursor = stream.entries();
    boolean has = seekAll(call, cursor, false);
    Ranges.answer(call, cursor, has ? cursor.count(count) : 0);
  }

  private static void answerGroup(Call call, StreamValue stream, StreamGroup group, long count) {
    Reply reply = call.reply();
    reply.map(7);
    reply.bulk("name");
    reply.bulk(group.name(new Slice()));
    XInfoGroups.answerProgress(call, stream, group);
    reply.bulk("pel-count");
    reply.integer(group.pendingCount());
    reply.bulk("pending");
    answerPending(call, stream.pending(group, null), Math.min(count, group.pendingCount()), true);
    reply.bulk("consumers");
    reply.array(group.consumers().size());
    for (int i = 0; i < group.consumers().size(); i++) {
      answerConsumer(call, stream, group, group.consumers().get(i), count);
    }
  }

  private static void answerConsumer(
      Call call, StreamValue stream, StreamGroup group, StreamConsumer consumer, long count) {
    Reply reply = call.reply();
    reply.map(5);
    reply.bulk("name");
    reply.bulk(consumer.name(new Slice()));
    reply.bulk("seen-time");
    reply.integer(consumer.seenMillis());
    reply.bulk("active-time");
    reply.integer(consumer.activeMillis());
    reply.bulk("pel-count");
    reply.integer(consumer.pendingCount());
    reply.bulk("pending");
    long pending = Math.min(count, consumer.pendingCount());
    answerPending(call, stream.pending(group, consumer), pending, false);
  }

  private static void answerPending(
      Call call, PendingCursor cursor, long count, boolean namesConsumer) {
    Reply reply = call.reply();
    reply.array(count);
    cursor.seek(call.streamArguments().from().setLeast());
    for (long i = 0; i < count; i++) {
      reply.array(namesConsumer ? 4 : 3);
      cursor.id().writeTo(reply);
      if (namesConsumer) {
        reply.bulk(cursor.consumer().name(new Slice()));
      }
      reply.integer(cursor.deliveredMillis());
      reply.integer(cursor.deliveries());
      cursor.next();
    }
  }
}
