package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.commands.Cursors;
import io.jacinth.commands.ScanOptions;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyList;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.HashValue;

/**
 * {@code HSCAN key cursor [MATCH pattern] [COUNT count] [NOVALUES]}: a part of the fields with
 * their values.
 */
final class HScan implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HSCAN")
        .in(CommandGroup.HASH)
        .since("2.8.0")
        .summary(
            "Lists the fields of a hash in parts; the call for one part says where the next begins.")
        .complexity("O(1) for a call, O(N) for all N fields")
        .flags(READONLY)
        .tips("nondeterministic_output")
        .key("key", RO, ACCESS)
        .integer("cursor")
        .optional(Argument.pattern("pattern").token("MATCH"))
        .optional(Argument.integer("count").token("COUNT"))
        .optional(Argument.word("NOVALUES").since("7.4.0"));
  }

  @Override
  public void run(Call call) {
    long cursor = Cursors.parse(call.argument(2));
    HashValue hash = call.database().hash(call.key(1));
    if (hash == null) {
      ScanOptions.answerNothing(call.reply());
      return;
    }
    ScanOptions options = new ScanOptions();
    boolean withValues = true;
    for (int i = 3; i < call.count(); i++) {
      if (call.is(i, "NOVALUES")) {
        withValues = false;
      } else {
        options.take(call, i++);
      }
    }
    scan(call, hash, cursor, options, withValues);
  }

  private static void scan(
      Call call, HashValue hash, long cursor, ScanOptions options, boolean withValues) {
    KeyList found = call.keyList();
    long next =
        hash.scan(
            cursor,
            options.count(),
            (field, value) -> {
              if (options.matches(field.bytes())) {
                found.add(field.bytes());
                if (withValues) {
                  found.add(value.bytes());
                }
              }
            });
    ScanOptions.answer(call.reply(), next, found);
  }
}
