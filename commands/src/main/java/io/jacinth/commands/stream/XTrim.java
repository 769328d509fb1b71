package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.DELETE;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.stream.StreamTrim;
import io.jacinth.engine.value.stream.StreamValue;

/**
 * {@code XTRIM key MAXLEN | MINID [= | ~] threshold [LIMIT count]}: deletes entries at the head of
 * a stream; answers how many. The options are checked before the key.
 */
final class XTrim implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XTRIM")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Deletes the oldest entries of a stream.")
        .complexity("O(N), N being the number of entries that go")
        .flags(WRITE)
        .tips("nondeterministic_output")
        .key("key", RW, DELETE)
        .argument(
            block(
                "trim",
                oneOf("strategy", word("MAXLEN"), word("MINID").since("6.2.0")),
                oneOf("operator", word("equal", "="), word("approximately", "~")).optional(),
                string("threshold"),
                integer("count").token("LIMIT").since("6.2.0").optional()));
  }

  @Override
  public void run(Call call) {
    StreamTrim trim = call.streamArguments().trim().clear();
    long limit = TrimOptions.NO_LIMIT;
    for (int i = 2; i < call.count(); i++) {
      int threshold = TrimOptions.strategy(call, i, trim);
      if (threshold != 0) {
        i = threshold;
      } else if (call.is(i, "LIMIT") && i + 1 < call.count()) {
        limit = TrimOptions.limit(call, ++i);
      } else {
        throw ErrorReply.SYNTAX.exception();
      }
    }
    TrimOptions.settle(call, trim, limit, true);
    StreamValue stream = call.database().streamToChange(call.key(1));
    long deleted = stream == null ? 0 : stream.trim(trim);
    if (stream != null && deleted > 0) {
      call.propagation().instead("XTRIM").word(call.argument(1)).word("MAXLEN").word("=");
      call.propagation().word(stream.length());
      call.database().changed(call.key(1), KeyEvent.XTRIM, deleted);
    }
    call.reply().integer(deleted);
  }
}
