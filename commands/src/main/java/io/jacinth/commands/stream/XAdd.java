package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.propagation.Propagation;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.stream.StreamArguments;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamTrim;
import io.jacinth.engine.value.stream.StreamValue;

/**
 * {@code XADD key [NOMKSTREAM] [MAXLEN | MINID [= | ~] threshold [LIMIT count]] id field value
 * [field value ...]}: adds an entry behind all others and answers its id. The arguments are checked
 * before the key.
 */
final class XAdd implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XADD")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Adds an entry to a stream, and a stream where there is none.")
        .complexity("O(1); with trimming O(N), N being the number of entries that go")
        .flags(WRITE, DENYOOM, FAST)
        .tips("nondeterministic_output")
        .key("key", RW, UPDATE)
        .optional(word("NOMKSTREAM").since("6.2.0"))
        .optional(
            block(
                "trim",
                oneOf("strategy", word("MAXLEN"), word("MINID").since("6.2.0")),
                oneOf("operator", word("equal", "="), word("approximately", "~")).optional(),
                string("threshold"),
                integer("count").token("LIMIT").since("6.2.0").optional()))
        .argument(oneOf("id_or_auto", word("auto_id", "*"), string("id")))
        .argument(block("field_value", string("field"), string("value")).multiple());
  }

  @Override
  public void run(Call call) {
    StreamArguments arguments = call.streamArguments();
    StreamTrim trim = arguments.trim().clear();
    long limit = TrimOptions.NO_LIMIT;
    boolean makesStream = true;
    int at = 2;
    for (; at < call.count() && !call.argument(at).contentEquals("*"); at++) {
      int threshold = TrimOptions.strategy(call, at, trim);
      if (threshold != 0) {
        at = threshold;
      } else if (call.is(at, "LIMIT") && at + 1 < call.count()) {
        limit = TrimOptions.limit(call, ++at);
      } else if (call.is(at, "NOMKSTREAM")) {
        makesStream = false;
      } else if (arguments.id().parseNew(call.argument(at))) {
        break;
      } else {
        throw Ids.invalid();
      }
    }
    TrimOptions.settle(call, trim, limit, false);
    int fields = call.count() - at - 1;
    if (fields < 2 || fields % 2 == 1) {
      throw new CommandException("ERR wrong number of arguments for 'xadd' command");
    }
    add(call, at, makesStream);
  }

  private static void add(Call call, int idAt, boolean makesStream) {
    StreamArguments arguments = call.streamArguments();
    boolean isAuto = call.argument(idAt).contentEquals("*");
    StreamId id = arguments.id();
    if (!isAuto && !id.isOpen() && id.isLeast()) {
      throw new CommandException("ERR The ID specified in XADD must be greater than 0-0");
    }
    Key key = call.key(1);
    StreamValue stream = call.database().streamToFill(key);
    if (!stream.exists() && !makesStream) {
      call.reply().nil();
      return;
    }
    if (stream.exists() && stream.last().isGreatest()) {
      throw new CommandException(
          "ERR The stream has exhausted the last possible ID, unable to add more items");
    }
    if (!stream.complete(id, isAuto)) {
      throw new CommandException(
          "ERR The ID specified in XADD is equal or smaller than the target stream top item");
    }
    long textBytes = StreamValue.textBytes(call, idAt + 1);
    if (textBytes > StreamValue.MAX_ENTRY_BYTES) {
      throw new CommandException("ERR Elements are too large to be stored");
    }
    stream.add(id, call, idAt + 1, textBytes);
    long trimmed = arguments.trim().isGiven() ? stream.trim(arguments.trim()) : 0;
    write(call, idAt, stream);
    call.database().changed(key, KeyEvent.XADD, 1);
    if (trimmed > 0) {
      call.database().changed(key, KeyEvent.XTRIM, 0);
    }
    id.writeTo(call.reply());
  }

  /** Says what is written down: the id that was given, and the length that was trimmed to. */
  private static void write(Call call, int idAt, StreamValue stream) {
    Propagation words = call.propagation();
    if (!words.isOn()) {
      return;
    }
    words.instead("XADD").word(call.argument(1));
    if (call.streamArguments().trim().isGiven()) {
      words.word("MAXLEN").word("=").word(stream.length());
    }
    words.word(call.streamArguments().id().text());
    for (int i = idAt + 1; i < call.count(); i++) {
      words.word(call.argument(i));
    }
  }
}
