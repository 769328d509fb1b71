package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.pattern;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.READONLY;

import io.jacinth.commands.Cursors;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.Glob;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.KeyList;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

/**
 * {@code SCAN cursor [MATCH pattern] [COUNT count] [TYPE type]}: a part of the keys, and the cursor
 * for the next part. A key that is there from the first call, with cursor 0, to the last, which
 * answers cursor 0, is seen at least once. The cursor is checked before the options.
 */
final class Scan implements Command {
  private static final long DEFAULT_COUNT = 10;

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SCAN")
        .in(CommandGroup.GENERIC)
        .since("2.8.0")
        .summary("Lists the keys in parts; the call for one part says where the next begins.")
        .complexity("O(1) for a call, O(N) for all N keys")
        .flags(READONLY)
        .tips("nondeterministic_output", "request_policy:special")
        .integer("cursor")
        .optional(pattern("pattern").token("MATCH"))
        .optional(integer("count").token("COUNT"))
        .optional(string("type").token("TYPE").since("6.0.0"));
  }

  @Override
  public void run(Call call) {
    long cursor = Cursors.parse(call.argument(1));
    long count = DEFAULT_COUNT;
    Slice pattern = null;
    Slice type = null;
    for (int i = 2; i < call.count(); i += 2) {
      if (i + 1 == call.count()) {
        throw ErrorReply.SYNTAX.exception();
      }
      if (call.is(i, "COUNT")) {
        count = count(call, i + 1);
      } else if (call.is(i, "MATCH")) {
        pattern = call.argument(i + 1);
      } else if (call.is(i, "TYPE")) {
        type = call.argument(i + 1);
      } else {
        throw ErrorReply.SYNTAX.exception();
      }
    }
    scan(call, cursor, count, pattern, type);
  }

  private static long count(Call call, int index) {
    long count = call.integer(index);
    if (count < 1) {
      throw ErrorReply.SYNTAX.exception();
    }
    return count;
  }

  private static void scan(
      Call call, long cursor, long count, @Nullable Slice pattern, @Nullable Slice type) {
    KeyList found = call.keyList();
    Slice key = new Slice();
    long next =
        call.database()
            .scan(
                cursor,
                count,
                false,
                entry -> {
                  entry.key(key);
                  if ((type == null || type.is(entry.type().upperCaseName()))
                      && (pattern == null || Glob.matches(pattern, key, false))) {
                    found.add(key);
                  }
                });
    call.reply().array(2);
    call.reply().bulkInteger(next);
    found.writeTo(call.reply());
  }
}
