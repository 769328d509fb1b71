package io.jacinth.commands.string;

import io.jacinth.engine.error.CommandException;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * The longest common subsequence of two strings by dynamic programming, walked back from the ends
 * as Redis does, so that of several longest ones the same is found.
 */
final class CommonSubsequence {
  /** Cells of the table, four bytes each, that are at most made on the heap for one command. */
  private static final long MOST_CELLS = 16L << 20;

  /** Ranges in both strings that match, both ends inclusive. */
  private record Match(int firstStart, int firstEnd, int secondStart, int secondEnd) {
    int length() {
      return firstEnd - firstStart + 1;
    }
  }

  private final byte[] first;
  private final byte[] second;
  private final int[] table;
  private final byte[] common;
  private final List<Match> matches = new ArrayList<>();

  private CommonSubsequence(byte[] first, byte[] second) {
    this.first = first;
    this.second = second;
    this.table = new int[(first.length + 1) * (second.length + 1)];
    fill();
    this.common = new byte[cell(first.length, second.length)];
    walkBack();
  }

  static CommonSubsequence of(Slice first, Slice second) {
    if ((first.length() + 1L) * (second.length() + 1L) > MOST_CELLS) {
      throw new CommandException(
          "ERR Insufficient memory, transient memory for LCS exceeds proto-max-bulk-len");
    }
    return new CommonSubsequence(first.toBytes(), second.toBytes());
  }

  private int cell(int i, int j) {
    return table[i * (second.length + 1) + j];
  }

  private void fill() {
    int width = second.length + 1;
    for (int i = 1; i <= first.length; i++) {
      for (int j = 1; j <= second.length; j++) {
        table[i * width + j] =
            first[i - 1] == second[j - 1]
                ? cell(i - 1, j - 1) + 1
                : Math.max(cell(i - 1, j), cell(i, j - 1));
      }
    }
  }

  private void walkBack() {
    int at = common.length;
    int i = first.length;
    int j = second.length;
    int endOfFirst = -1;
    int endOfSecond = -1;
    while (i > 0 && j > 0) {
      if (first[i - 1] == second[j - 1]) {
        common[--at] = first[i - 1];
        if (endOfFirst < 0) {
          endOfFirst = i - 1;
          endOfSecond = j - 1;
        }
        i--;
        j--;
        boolean goesOn = i > 0 && j > 0 && first[i - 1] == second[j - 1];
        if (!goesOn) {
          matches.add(new Match(i, endOfFirst, j, endOfSecond));
          endOfFirst = -1;
        }
      } else if (cell(i - 1, j) > cell(i, j - 1)) {
        i--;
      } else {
        j--;
      }
    }
  }

  int length() {
    return common.length;
  }

  Slice bytes() {
    return Slice.of(common);
  }

  /** The ranges, last first, of at least a length, and the whole length. */
  void answerRanges(Reply reply, long leastLength, boolean hasLengths) {
    List<Match> shown = matches.stream().filter(match -> match.length() >= leastLength).toList();
    reply.map(2);
    reply.bulk("matches");
    reply.array(shown.size());
    for (Match match : shown) {
      reply.array(hasLengths ? 3 : 2);
      reply.array(2);
      reply.integer(match.firstStart);
      reply.integer(match.firstEnd);
      reply.array(2);
      reply.integer(match.secondStart);
      reply.integer(match.secondEnd);
      if (hasLengths) {
        reply.integer(match.length());
      }
    }
    reply.bulk("len");
    reply.integer(common.length);
  }
}
