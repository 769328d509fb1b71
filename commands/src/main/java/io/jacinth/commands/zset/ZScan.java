package io.jacinth.commands.zset;

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
import io.jacinth.engine.value.Scores;
import io.jacinth.engine.value.ZsetValue;
import io.jacinth.protocol.Slice;

/**
 * {@code ZSCAN key cursor [MATCH pattern] [COUNT count]}: a part of the members with their scores,
 * and the cursor for the next part. The cursor is checked before the key, the key before the
 * options.
 */
final class ZScan implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ZSCAN")
        .in(CommandGroup.SORTED_SET)
        .since("2.8.0")
        .summary(
            "Lists the members of a sorted set and their scores in parts; the call for one part says where the next begins.")
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
    ZsetValue set = call.database().zset(call.key(1));
    if (set == null) {
      ScanOptions.answerNothing(call.reply());
      return;
    }
    scan(call, set, cursor, ScanOptions.parse(call, 3));
  }

  private static void scan(Call call, ZsetValue set, long cursor, ScanOptions options) {
    KeyList found = call.keyList();
    Slice score = Slice.of(new byte[Scores.MAX_TEXT]);
    long next =
        set.scan(
            cursor,
            options.count(),
            (member, value) -> {
              if (options.matches(member)) {
                found.add(member);
                int length = Scores.write(value, score.segment(), 0);
                found.add(score.set(score.segment(), 0, length));
              }
            });
    ScanOptions.answer(call.reply(), next, found);
  }
}
