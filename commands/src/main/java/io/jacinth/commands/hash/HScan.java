package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.commands.Cursors;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.Glob;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.KeyList;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.HashValue;
import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

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

  private static final long DEFAULT_COUNT = 10;

  @Override
  public void run(Call call) {
    long cursor = Cursors.parse(call.argument(2));
    HashValue hash = call.database().hash(call.key(1));
    if (hash == null) {
      call.reply().array(2);
      call.reply().bulkInteger(0);
      call.reply().array(0);
      return;
    }
    long count = DEFAULT_COUNT;
    Slice pattern = null;
    boolean withValues = true;
    for (int i = 3; i < call.count(); i++) {
      if (call.is(i, "NOVALUES")) {
        withValues = false;
      } else if (i + 1 == call.count()) {
        throw ErrorReply.SYNTAX.exception();
      } else if (call.is(i, "COUNT")) {
        count = count(call, ++i);
      } else if (call.is(i, "MATCH")) {
        pattern = call.argument(++i);
      } else {
        throw ErrorReply.SYNTAX.exception();
      }
    }
    scan(call, hash, cursor, count, pattern, withValues);
  }

  private static long count(Call call, int index) {
    long count = call.integer(index);
    if (count < 1) {
      throw ErrorReply.SYNTAX.exception();
    }
    return count;
  }

  private static void scan(
      Call call,
      HashValue hash,
      long cursor,
      long count,
      @Nullable Slice pattern,
      boolean withValues) {
    KeyList found = call.keyList();
    long next =
        hash.scan(
            cursor,
            count,
            (field, value) -> {
              if (pattern == null || Glob.matches(pattern, field.bytes(), false)) {
                found.add(field.bytes());
                if (withValues) {
                  found.add(value.bytes());
                }
              }
            });
    call.reply().array(2);
    call.reply().bulkInteger(next);
    found.writeTo(call.reply());
  }
}
