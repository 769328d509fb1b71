package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.pattern;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.READONLY;

import io.jacinth.commands.Cursors;
import io.jacinth.commands.ScanOptions;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyList;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.LockScope;
import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

/**
 * {@code SCAN cursor [MATCH pattern] [COUNT count] [TYPE type]}: a part of the keys, and the cursor
 * for the next part. A key that is there from the first call, with cursor 0, to the last, which
 * answers cursor 0, is seen at least once. The cursor is checked before the options.
 */
final class Scan implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SCAN")
        .in(CommandGroup.GENERIC)
        .since("2.8.0")
        .summary("Lists the keys in parts; the call for one part says where the next begins.")
        .complexity("O(1) for a call, O(N) for all N keys")
        .flags(READONLY)
        .locks(LockScope.STEPS)
        .tips("nondeterministic_output", "request_policy:special")
        .integer("cursor")
        .optional(pattern("pattern").token("MATCH"))
        .optional(integer("count").token("COUNT"))
        .optional(string("type").token("TYPE").since("6.0.0"));
  }

  @Override
  public void run(Call call) {
    long cursor = Cursors.parse(call.argument(1));
    ScanOptions options = new ScanOptions();
    Slice type = null;
    for (int i = 2; i < call.count(); i += 2) {
      if (call.is(i, "TYPE") && i + 1 < call.count()) {
        type = call.argument(i + 1);
      } else {
        options.take(call, i);
      }
    }
    scan(call, cursor, options, type);
  }

  private static void scan(Call call, long cursor, ScanOptions options, @Nullable Slice type) {
    KeyList found = call.keyList();
    Slice key = new Slice();
    long next =
        call.database()
            .scan(
                cursor,
                options.count(),
                call.holdsAll(),
                entry -> {
                  entry.key(key);
                  if ((type == null || type.is(entry.type().upperCaseName()))
                      && options.matches(key)) {
                    found.add(key);
                  }
                });
    ScanOptions.answer(call.reply(), next, found);
  }
}
