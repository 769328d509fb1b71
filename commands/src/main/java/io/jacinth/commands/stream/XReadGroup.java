package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.key;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.BLOCKING;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.BlockingCommand;
import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeySpec;
import io.jacinth.engine.value.ValueType;
import io.jacinth.engine.value.stream.StreamConsumer;
import io.jacinth.engine.value.stream.StreamGroup;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamValue;
import io.jacinth.protocol.Slice;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code XREADGROUP GROUP group consumer [COUNT count] [BLOCK millis] [NOACK] STREAMS key [key ...]
 * id [id ...]}: for the id {@code >} entries that the group has not read yet, which are pending
 * until they are acknowledged; for any other, those behind it that are pending for this consumer.
 */
final class XReadGroup implements BlockingCommand {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XREADGROUP")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary(
            "Returns new entries of streams to a consumer of a group, or those that it has not acknowledged.")
        .complexity("O(N) for each stream, N being the number of entries returned")
        .flags(WRITE, BLOCKING)
        .argument(block("group_consumer", string("group"), string("consumer")).token("GROUP"))
        .optional(integer("count").token("COUNT"))
        .optional(integer("milliseconds").token("BLOCK"))
        .optional(word("NOACK"))
        .argument(block("streams", key("key").multiple(), string("id").multiple()).token("STREAMS"))
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Keyword("STREAMS", 4),
                new KeySpec.Find.Range(-1, 1, 2),
                Set.of(RO, ACCESS)));
  }

  @Override
  public ValueType awaits() {
    return ValueType.STREAM;
  }

  @Override
  public boolean awaitsRemoval() {
    return true;
  }

  @Override
  public void run(Call call) {
    ReadOptions options = new ReadOptions(call, true);
    for (int key = options.firstKey; key <= options.lastKey(); key++) {
      check(call, options, key);
    }
    Deliveries deliveries = new Deliveries(call, options);
    for (int key = options.firstKey; key <= options.lastKey(); key++) {
      deliver(call, options, deliveries, key);
    }
    if (deliveries.streams() > 0) {
      deliveries.answer();
    } else if (options.timeoutNanos == ReadOptions.NO_WAIT) {
      call.reply().nilArray();
    } else {
      call.block(options.timeoutNanos, options.firstKey, options.lastKey());
    }
  }

  private static void check(Call call, ReadOptions options, int key) {
    group(call, call.database().streamToDeliver(call.key(key)), options, key);
    Slice id = call.argument(options.idAt(key));
    if (id.contentEquals("$")) {
      throw new CommandException(
          "ERR The $ ID is meaningless in the context of XREADGROUP: you want to read the history"
              + " of this consumer by specifying a proper ID, or use the > ID to get new messages."
              + " The $ ID would just return an empty result set.");
    }
    if (!id.contentEquals(">")) {
      Ids.exact(call, options.idAt(key), call.streamArguments().id());
    }
  }

  private static StreamGroup group(
      Call call, @Nullable StreamValue stream, ReadOptions options, int key) {
    StreamGroup group = Groups.find(stream, call, options.groupAt);
    if (group == null) {
      throw new CommandException(
          "NOGROUP No such key '"
              + call.quoted(key)
              + "' or consumer group '"
              + call.quoted(options.groupAt)
              + "' in XREADGROUP with GROUP option");
    }
    return group;
  }

  private static void deliver(Call call, ReadOptions options, Deliveries deliveries, int key) {
    StreamValue stream = call.database().streamToDeliver(call.key(key));
    StreamGroup group = group(call, stream, options, key);
    if (stream == null) {
      return;
    }
    StreamConsumer consumer = Groups.consumer(call, key, group, options.groupAt + 1);
    StreamId from = call.streamArguments().from().setGreatest();
    boolean isNew = call.argument(options.idAt(key)).contentEquals(">");
    int before = deliveries.streams();
    if (isNew || !Ids.exact(call, options.idAt(key), from).increment()) {
      deliveries.addNew(key, stream, group, consumer);
    } else {
      deliveries.addHistory(key, stream, group, consumer);
    }
    if (deliveries.streams() > before) {
      call.database().changed(call.key(key), KeyEvent.SILENT, 1);
    }
  }

  @Override
  public boolean serve(Call call, int key) {
    ReadOptions options = new ReadOptions(call, true);
    Deliveries deliveries = new Deliveries(call, options);
    deliver(call, options, deliveries, key);
    if (deliveries.streams() == 0) {
      return false;
    }
    deliveries.answer();
    return true;
  }
}
