package io.jacinth.commands.set;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.pattern;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.commands.Cursors;
import io.jacinth.commands.ScanOptions;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyList;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.SetTable;
import io.jacinth.engine.value.SetValue;
import io.jacinth.protocol.Slice;
import java.util.function.LongConsumer;

/**
 * {@code SSCAN key cursor [MATCH pattern] [COUNT count]}: a part of the members, and the cursor for
 * the next part; a packed set is one part. The cursor is checked before the key, the options after
 * it.
 */
final class SScan implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("SSCAN")
        .in(CommandGroup.SET)
        .since("2.8.0")
        .summary(
            "Lists the members of a set in parts; the call for one part says where the next begins.")
        .complexity("O(1) for a call, O(N) for all N members")
        .flags(READONLY)
        .tips("nondeterministic_output")
        .key("key", RO, ACCESS)
        .integer("cursor")
        .optional(pattern("pattern").token("MATCH"))
        .optional(integer("count").token("COUNT"));
  }

  @Override
  public void run(Call call) {
    long cursor = Cursors.parse(call.argument(2));
    SetValue set = call.database().set(call.key(1));
    if (set == null) {
      ScanOptions.answerNothing(call.reply());
      return;
    }
    ScanOptions options = ScanOptions.parse(call, 3);
    KeyList found = call.keyList();
    long next = 0;
    if (set.table() == null) {
      scanPacked(set, options, found);
    } else {
      next = new TableScan(set, set.table(), options, found).run(cursor);
    }
    ScanOptions.answer(call.reply(), next, found);
  }

  private static void scanPacked(SetValue set, ScanOptions options, KeyList found) {
    set.rewind();
    while (set.next()) {
      Slice member = set.member().bytes();
      if (options.matches(member)) {
        found.add(member);
      }
    }
  }

  /** One call's walk over a part of a table. */
  private static final class TableScan implements LongConsumer {
    private final SetValue set;
    private final SetTable table;
    private final ScanOptions options;
    private final KeyList found;
    private final Slice member = new Slice();
    private long seen;

    TableScan(SetValue set, SetTable table, ScanOptions options, KeyList found) {
      this.set = set;
      this.table = table;
      this.options = options;
      this.found = found;
    }

    /** Goes on until enough members, or ten times as many buckets, were seen. */
    long run(long from) {
      long cursor = from;
      long buckets = 0;
      do {
        cursor = set.scan(cursor, this);
        buckets++;
      } while (cursor != 0 && seen < options.count() && buckets / 10 < options.count());
      return cursor;
    }

    @Override
    public void accept(long ref) {
      seen++;
      table.member(ref, member);
      if (options.matches(member)) {
        found.add(member);
      }
    }
  }
}
