package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.key;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.BLOCKING;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.BlockingCommand;
import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeySpec;
import io.jacinth.engine.value.ValueType;
import io.jacinth.engine.value.stream.StreamArguments;
import io.jacinth.engine.value.stream.StreamCursor;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamValue;
import io.jacinth.protocol.Slice;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code XREAD [COUNT count] [BLOCK millis] STREAMS key [key ...] id [id ...]}: the entries behind
 * an id of each stream. {@code $} stands for the last id there is, {@code +} (Redis 7.4) for the
 * one before the last entry. A stream that has none is left out; where all are, the client may
 * wait.
 */
final class XRead implements BlockingCommand {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XREAD")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Returns the entries of streams behind an id of each, and may wait for one.")
        .complexity("O(N) for each stream, N being the number of entries returned")
        .flags(READONLY, BLOCKING)
        .optional(integer("count").token("COUNT"))
        .optional(integer("milliseconds").token("BLOCK"))
        .argument(block("streams", key("key").multiple(), string("id").multiple()).token("STREAMS"))
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Keyword("STREAMS", 1),
                new KeySpec.Find.Range(-1, 1, 2),
                Set.of(RO, ACCESS)));
  }

  @Override
  public ValueType awaits() {
    return ValueType.STREAM;
  }

  @Override
  public void run(Call call) {
    ReadOptions options = new ReadOptions(call, false);
    int found = 0;
    for (int key = options.firstKey; key <= options.lastKey(); key++) {
      check(call, options, key);
    }
    for (int key = options.firstKey; key <= options.lastKey(); key++) {
      StreamValue stream = call.database().stream(call.key(key));
      found += seek(call, options, stream, key) != null ? 1 : 0;
    }
    if (found > 0) {
      ReadOptions.answerCount(call, found);
      for (int key = options.firstKey; key <= options.lastKey(); key++) {
        answer(call, options, key);
      }
    } else if (options.timeoutNanos == ReadOptions.NO_WAIT) {
      call.reply().nilArray();
    } else {
      call.block(
          options.timeoutNanos,
          options.firstKey,
          options.lastKey(),
          word -> settledId(call, options, word));
    }
  }

  private static void check(Call call, ReadOptions options, int key) {
    call.database().stream(call.key(key));
    Slice id = call.argument(options.idAt(key));
    if (id.contentEquals(">")) {
      throw new CommandException(
          "ERR The > ID can be specified only when calling XREADGROUP using the GROUP <group>"
              + " <consumer> option.");
    }
    if (!id.contentEquals("$") && !id.contentEquals("+")) {
      Ids.exact(call, options.idAt(key), call.streamArguments().id());
    }
  }

  /** The first entry that the stream under a key has to answer, or null where it has none. */
  private static @Nullable StreamCursor seek(
      Call call, ReadOptions options, @Nullable StreamValue stream, int key) {
    StreamArguments ids = call.streamArguments();
    StreamId from = ids.from();
    Slice id = call.argument(options.idAt(key));
    if (stream == null || id.contentEquals("$")) {
      return null;
    }
    StreamCursor cursor = stream.entries();
    if (id.contentEquals("+")) {
      from.set(stream.lastEntry());
    } else if (!Ids.exact(call, options.idAt(key), from).increment()) {
      return null;
    }
    return cursor.seek(from, ids.to().setGreatest()) ? cursor : null;
  }

  private static void answer(Call call, ReadOptions options, int key) {
    StreamValue stream = call.database().streamAgain(call.key(key));
    StreamCursor cursor = seek(call, options, stream, key);
    if (cursor != null) {
      ReadOptions.nameStream(call, key);
      Ranges.answer(call, cursor, cursor.count(options.count));
    }
  }

  /** The id for which {@code $} and {@code +} stand while the client waits; null for others. */
  private static @Nullable Slice settledId(Call call, ReadOptions options, int word) {
    if (word <= options.lastKey()) {
      return null;
    }
    Slice id = call.argument(word);
    if (!id.contentEquals("$") && !id.contentEquals("+")) {
      return null;
    }
    StreamValue stream = call.database().stream(call.key(word - options.streams));
    StreamId last = call.streamArguments().id();
    return (stream == null ? last.setLeast() : last.set(stream.last())).text();
  }

  @Override
  public boolean serve(Call call, int key) {
    ReadOptions options = new ReadOptions(call, false);
    for (int other = key; other <= options.lastKey(); other++) {
      StreamValue stream = call.database().streamAgain(call.key(key));
      if (ReadOptions.isSameKey(call, key, other) && seek(call, options, stream, other) != null) {
        ReadOptions.answerCount(call, 1);
        answer(call, options, other);
        return true;
      }
    }
    return false;
  }
}
