package io.jacinth.commands.string;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeySpec;
import io.jacinth.engine.value.ValueType;
import io.jacinth.protocol.Slice;
import java.util.Set;

/**
 * {@code LCS key1 key2 [LEN] [IDX] [MINMATCHLEN length] [WITHMATCHLEN]}: the longest common
 * subsequence, its length, or the ranges that match. The keys are read before the options.
 */
final class Lcs implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("LCS")
        .in(CommandGroup.STRING)
        .since("7.0.0")
        .summary("Finds the longest common subsequence of the strings held by two keys.")
        .complexity("O(N*M), N and M being the lengths of the strings")
        .flags(READONLY)
        .keySpec(
            new KeySpec(
                new KeySpec.Begin.Index(1), new KeySpec.Find.Range(1, 1, 0), Set.of(RO, ACCESS)))
        .key("key1", RO, ACCESS)
        .key("key2", RO, ACCESS)
        .optional(word("LEN"))
        .optional(word("IDX"))
        .optional(integer("len").token("MINMATCHLEN"))
        .optional(word("WITHMATCHLEN"));
  }

  @Override
  public void run(Call call) {
    Slice first = value(call, 1);
    Slice second = value(call, 2);
    boolean isLength = false;
    boolean isIndexed = false;
    boolean hasMatchLengths = false;
    long leastMatch = 0;
    for (int i = 3; i < call.count(); i++) {
      if (call.is(i, "IDX")) {
        isIndexed = true;
      } else if (call.is(i, "LEN")) {
        isLength = true;
      } else if (call.is(i, "WITHMATCHLEN")) {
        hasMatchLengths = true;
      } else if (call.is(i, "MINMATCHLEN") && i + 1 < call.count()) {
        leastMatch = Math.max(call.integer(++i), 0);
      } else {
        throw ErrorReply.SYNTAX.exception();
      }
    }
    if (isLength && isIndexed) {
      throw new CommandException(
          "ERR If you want both the length and indexes, please just use IDX.");
    }
    checkSize(call, first, second);
    CommonSubsequence common = CommonSubsequence.of(first, second);
    if (isIndexed) {
      common.answerRanges(call.reply(), leastMatch, hasMatchLengths);
    } else if (isLength) {
      call.reply().integer(common.length());
    } else {
      call.reply().bulk(call.made(common.bytes()));
    }
  }

  private static Slice value(Call call, int index) {
    Entry entry = call.database().peek(call.key(index));
    if (entry != null && entry.type() != ValueType.STRING) {
      throw new CommandException("ERR The specified keys must contain string values");
    }
    Slice value = call.database().string(call.key(index));
    return value == null ? Slice.EMPTY : value;
  }

  /** Redis's table has four bytes a cell; ours is smaller, the limit is the same. */
  private static void checkSize(Call call, Slice first, Slice second) {
    long bytes = (first.length() + 1L) * (second.length() + 1L) * Integer.BYTES;
    if (bytes > call.engine().settings().clients.protoMaxBulkLen.value()) {
      throw new CommandException(
          "ERR Insufficient memory, transient memory for LCS exceeds proto-max-bulk-len");
    }
  }
}
