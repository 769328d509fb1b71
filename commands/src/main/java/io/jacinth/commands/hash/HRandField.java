package io.jacinth.commands.hash;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.HashValue;
import io.jacinth.protocol.Reply;

/**
 * {@code HRANDFIELD key [count [WITHVALUES]]}: a field drawn at random; with a count so many
 * different ones, with a negative count each drawn anew.
 */
final class HRandField implements Command {
  private static final long MOST = Long.MAX_VALUE;

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HRANDFIELD")
        .in(CommandGroup.HASH)
        .since("6.2.0")
        .summary("Answers fields of a hash drawn at random.")
        .complexity("O(N), N being the number of fields answered, or of the hash if many are")
        .flags(READONLY)
        .tips("nondeterministic_output")
        .key("key", RO, ACCESS)
        .optional(
            Argument.block(
                "options", Argument.integer("count"), Argument.word("WITHVALUES").optional()));
  }

  @Override
  public void run(Call call) {
    if (call.count() == 2) {
      one(call);
      return;
    }
    long count = call.integer(2);
    if (count < -MOST) {
      throw new CommandException(
          "ERR value is out of range, value must between -" + MOST + " and " + MOST);
    }
    boolean withValues = call.count() > 3;
    if (call.count() > 4 || withValues && !call.is(3, "WITHVALUES")) {
      throw ErrorReply.SYNTAX.exception();
    }
    if (withValues && (count < -MOST / 2 || count > MOST / 2)) {
      throw ErrorReply.OUT_OF_RANGE.exception();
    }
    HashValue hash = call.database().hash(call.key(1));
    if (hash == null || count == 0) {
      call.reply().array(0);
    } else {
      several(call.reply(), hash, count, withValues);
    }
  }

  private static void one(Call call) {
    HashValue hash = call.database().hash(call.key(1));
    if (hash == null) {
      call.reply().nil();
    } else {
      hash.random((field, value) -> field.writeTo(call.reply()));
    }
  }

  private static void several(Reply reply, HashValue hash, long count, boolean withValues) {
    long answered = count < 0 ? -count : Math.min(count, hash.size());
    reply.array(withValues && !reply.isResp3() ? answered * 2 : answered);
    HashValue.Visitor writer =
        (field, value) -> {
          if (withValues && reply.isResp3()) {
            reply.array(2);
          }
          field.writeTo(reply);
          if (withValues) {
            value.writeTo(reply);
          }
        };
    if (count < 0) {
      for (long i = 0; i < answered; i++) {
        hash.random(writer);
      }
    } else {
      hash.sample(answered, writer);
    }
  }
}
