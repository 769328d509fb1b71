package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.stream.PendingCursor;
import io.jacinth.engine.value.stream.StreamConsumer;
import io.jacinth.engine.value.stream.StreamCursor;
import io.jacinth.engine.value.stream.StreamGroup;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamIdList;
import io.jacinth.engine.value.stream.StreamValue;

/**
 * {@code XAUTOCLAIM key group consumer min-idle-time start [COUNT count] [JUSTID]}: gives entries
 * that have been pending for long enough to a consumer; answers where to go on, the entries, and
 * the ids of those that are gone from the stream and pending no more. Looks at ten times as many
 * entries as it may claim. The arguments are checked before the key.
 */
final class XAutoClaim implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XAUTOCLAIM")
        .in(CommandGroup.STREAM)
        .since("6.2.0")
        .summary(
            "Gives entries of a consumer group that have been pending for long to another consumer.")
        .complexity("O(1) for a small count")
        .flags(WRITE, FAST)
        .tips("nondeterministic_output")
        .key("key", RW, DELETE)
        .string("group")
        .string("consumer")
        .string("min-idle-time")
        .string("start")
        .optional(integer("count").token("COUNT"))
        .optional(word("JUSTID"));
  }

  private static final long USUAL_COUNT = 100;
  private static final long ATTEMPTS = 10;
  private static final long MOST_COUNT = Long.MAX_VALUE / 16;

  @Override
  public void run(Call call) {
    call.database().inspect(call.key(1));
    long minIdleMillis =
        Math.max(
            call.integer(
                4,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                "ERR Invalid min-idle-time argument for XAUTOCLAIM"),
            0);
    Ids.from(call, 5);
    long count = USUAL_COUNT;
    boolean onlyIds = false;
    for (int i = 6; i < call.count(); i++) {
      if (call.is(i, "COUNT") && i + 1 < call.count()) {
        count = call.integer(++i, 1, MOST_COUNT, "ERR COUNT must be > 0");
      } else if (call.is(i, "JUSTID")) {
        onlyIds = true;
      } else {
        throw ErrorReply.SYNTAX.exception();
      }
    }
    StreamValue stream = call.database().streamToChange(call.key(1));
    StreamGroup group = Groups.find(stream, call, 2);
    if (stream == null || group == null) {
      throw Groups.missing(call, 1, 2);
    }
    claim(call, stream, group, minIdleMillis, count, onlyIds);
  }

  private static void claim(
      Call call,
      StreamValue stream,
      StreamGroup group,
      long minIdleMillis,
      long count,
      boolean onlyIds) {
    StreamIdList claimed = stream.found();
    StreamIdList gone = stream.gone();
    StreamCursor entries = stream.entries();
    PendingCursor pending = stream.pending(group, null);
    StreamConsumer consumer = Groups.consumer(call, 1, group, 3);
    StreamId at = call.streamArguments().from();
    long left = count;
    boolean has = pending.seek(at);
    for (long attempts = count * ATTEMPTS; has && attempts > 0 && left > 0; attempts--) {
      at.set(pending.id());
      if (!entries.find(at)) {
        stream.acknowledge(group, at);
        GroupWords.acknowledged(call, 1, 2, at);
        gone.add(at);
        left--;
        has = pending.seek(at);
        continue;
      }
      if (minIdleMillis == 0 || call.nowMillis() - pending.deliveredMillis() >= minIdleMillis) {
        pending.assign(consumer);
        pending.deliver(call.nowMillis(), pending.deliveries() + (onlyIds ? 0 : 1));
        claimed.add(at);
        GroupWords.pending(call, 1, 2, group, at, call.nowMillis(), pending.deliveries());
        left--;
      }
      has = pending.next();
    }
    if (claimed.size() > 0) {
      consumer.active(call.nowMillis());
    }
    if (claimed.size() + gone.size() > 0) {
      call.database().changed(call.key(1), KeyEvent.SILENT, claimed.size() + gone.size());
    }
    answer(call, stream, has ? at.set(pending.id()) : at.setLeast(), onlyIds, claimed, gone);
  }

  private static void answer(
      Call call,
      StreamValue stream,
      StreamId next,
      boolean onlyIds,
      StreamIdList claimed,
      StreamIdList gone) {
    call.reply().array(3);
    next.writeTo(call.reply());
    Claims.answer(call, stream, claimed, onlyIds);
    Claims.answer(call, stream, gone, true);
  }
}
