package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.Argument.unixTime;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.stream.StreamConsumer;
import io.jacinth.engine.value.stream.StreamCursor;
import io.jacinth.engine.value.stream.StreamGroup;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamIdList;
import io.jacinth.engine.value.stream.StreamValue;

/**
 * {@code XCLAIM key group consumer min-idle-time id [id ...] [IDLE millis | TIME unix-millis]
 * [RETRYCOUNT count] [FORCE] [JUSTID] [LASTID id]}: gives pending entries to a consumer, those that
 * have been so for long enough; answers them. An entry that is gone from the stream is pending no
 * more. The key is checked first; ids end where an argument is none. The consumer is made even
 * where it is given nothing (Redis 7.2).
 */
final class XClaim implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XCLAIM")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Gives pending entries of a consumer group to another consumer.")
        .complexity("O(log N) for each entry, N being the number of those pending")
        .flags(WRITE, FAST)
        .tips("nondeterministic_output")
        .key("key", RW, UPDATE)
        .string("group")
        .string("consumer")
        .string("min-idle-time")
        .argument(string("id").multiple())
        .optional(integer("ms").token("IDLE"))
        .optional(unixTime("unix-time-milliseconds").token("TIME"))
        .optional(integer("count").token("RETRYCOUNT"))
        .optional(word("FORCE"))
        .optional(word("JUSTID"))
        .optional(string("id").token("LASTID"));
  }

  @Override
  public void run(Call call) {
    StreamValue stream = call.database().streamToDeliver(call.key(1));
    StreamGroup group = Groups.find(stream, call, 2);
    if (stream == null || group == null) {
      throw Groups.missing(call, 1, 2);
    }
    Options options = new Options(call);
    StreamId last = options.last;
    if (last.compareTo(group.last()) > 0) {
      group.last().set(last);
      GroupWords.position(call, 1, 2, group);
      call.database().changed(call.key(1), KeyEvent.SILENT, 1);
    }
    StreamIdList claimed = claim(call, stream, group, options);
    Claims.answer(call, stream, claimed, options.onlyIds);
  }

  private static StreamIdList claim(
      Call call, StreamValue stream, StreamGroup group, Options options) {
    StreamIdList claimed = stream.found();
    StreamCursor entries = stream.entries();
    StreamConsumer consumer = Groups.consumer(call, 1, group, 3);
    StreamId id = call.streamArguments().id();
    long changes = 0;
    for (int i = 5; i < options.idsEnd; i++) {
      Ids.exact(call, i, id);
      if (!entries.find(id)) {
        GroupWords.acknowledged(call, 1, 2, id);
        changes += stream.acknowledge(group, id) ? 1 : 0;
      } else if (stream.isClaimable(group, id, options.minIdleMillis, options.isForced)) {
        stream.claim(
            group, id, consumer, options.deliveredMillis, options.deliveries, !options.onlyIds);
        claimed.add(id);
        changes++;
        if (call.propagation().isOn()) {
          GroupWords.pending(
              call, 1, 2, group, id, options.deliveredMillis, stream.deliveries(group, id));
        }
      }
    }
    if (changes > 0) {
      call.database().changed(call.key(1), KeyEvent.SILENT, changes);
    }
    return claimed;
  }

  /** What follows the consumer's name. */
  private static final class Options {
    final StreamId last;
    final long minIdleMillis;

    /** Where the ids end. */
    final int idsEnd;

    long deliveredMillis = -1;
    long deliveries = -1;
    boolean isForced;
    boolean onlyIds;

    Options(Call call) {
      last = call.streamArguments().to().setLeast();
      minIdleMillis =
          Math.max(
              call.integer(
                  4,
                  Long.MIN_VALUE,
                  Long.MAX_VALUE,
                  "ERR Invalid min-idle-time argument for XCLAIM"),
              0);
      int i = 5;
      while (i < call.count() && call.streamArguments().id().parse(call.argument(i), 0)) {
        i++;
      }
      idsEnd = i;
      for (; i < call.count(); i++) {
        i = parse(call, i);
      }
      long now = call.nowMillis();
      if (deliveredMillis < 0 || deliveredMillis > now) {
        deliveredMillis = now;
      }
    }

    private int parse(Call call, int at) {
      boolean hasNext = at + 1 < call.count();
      if (call.is(at, "FORCE")) {
        isForced = true;
        return at;
      }
      if (call.is(at, "JUSTID")) {
        onlyIds = true;
        return at;
      }
      if (call.is(at, "IDLE") && hasNext) {
        deliveredMillis = call.nowMillis() - number(call, at + 1, "IDLE");
      } else if (call.is(at, "TIME") && hasNext) {
        deliveredMillis = number(call, at + 1, "TIME");
      } else if (call.is(at, "RETRYCOUNT") && hasNext) {
        deliveries = number(call, at + 1, "RETRYCOUNT");
      } else if (call.is(at, "LASTID") && hasNext) {
        Ids.exact(call, at + 1, last);
      } else {
        throw new CommandException("ERR Unrecognized XCLAIM option '" + call.quoted(at) + "'");
      }
      return at + 1;
    }

    private static long number(Call call, int at, String option) {
      return call.integer(
          at,
          Long.MIN_VALUE,
          Long.MAX_VALUE,
          "ERR Invalid " + option + " option argument for XCLAIM");
    }
  }
}
