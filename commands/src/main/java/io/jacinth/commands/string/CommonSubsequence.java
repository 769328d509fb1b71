package io.jacinth.commands.string;

import io.jacinth.engine.error.CommandException;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The longest common subsequence of two strings, by the usual table of the lengths for all pairs of
 * prefixes, of which only the steps are kept: a bit a cell, 64 cells at a time (Crochemore et al.
 * 2001, Hyyrö 2004). The rows stand for the shorter string, the columns for the longer one. Bit c
 * of a row is 0 where its length grows from column c to column c + 1; so the length in a cell is
 * the number of zeros before it in its row, and the row below follows from the row by one addition.
 *
 * <p>The table is walked back from its end as Redis does, so that of several longest subsequences
 * the same is found. The strings must stay as they are for as long as this is used.
 */
final class CommonSubsequence {
  private static final int MOST_WORDS = Integer.MAX_VALUE - 8;

  /** A run of bytes that both strings share. */
  private record Match(int firstStart, int secondStart, int length) {}

  private final Slice first;
  private final Slice second;
  private final boolean isFirstInRows;
  private final int words;
  private final long[] steps;

  /** Where the walk is, and the lengths there and in the row above. */
  private int row;

  private int column;
  private int here;
  private int above;

  private CommonSubsequence(Slice first, Slice second) {
    this.first = first;
    this.second = second;
    this.isFirstInRows = first.length() <= second.length();
    Slice rows = isFirstInRows ? first : second;
    Slice columns = isFirstInRows ? second : first;
    this.words = (int) (columns.length() + 63L >>> 6);
    this.steps = room((rows.length() + 1L) * words);
    fill(rows, places(columns, rows));
    this.row = rows.length();
    this.column = columns.length();
    this.here = lengthAt(row, column);
    this.above = lengthAt(row - 1, column);
  }

  /** Compares two strings, in time that grows with the product of their lengths. */
  static CommonSubsequence of(Slice first, Slice second) {
    return new CommonSubsequence(first, second);
  }

  private static long[] room(long count) {
    if (count <= MOST_WORDS) {
      try {
        return new long[(int) count];
      } catch (OutOfMemoryError e) {
        throw noRoom();
      }
    }
    throw noRoom();
  }

  private static CommandException noRoom() {
    return new CommandException(
        "ERR Insufficient memory, failed allocating transient memory for LCS");
  }

  /** For every byte that occurs in the rows, a bit for each column that has it. */
  private long[][] places(Slice columns, Slice rows) {
    long[][] places = new long[256][];
    for (int i = 0; i < rows.length(); i++) {
      int value = rows.at(i) & 0xFF;
      if (places[value] == null) {
        places[value] = room(words);
      }
    }
    for (int i = 0; i < columns.length(); i++) {
      long[] ofByte = places[columns.at(i) & 0xFF];
      if (ofByte != null) {
        ofByte[i >>> 6] |= 1L << i;
      }
    }
    return places;
  }

  private void fill(Slice rows, long[][] places) {
    Arrays.fill(steps, 0, words, -1);
    for (int i = 0; i < rows.length(); i++) {
      fillBelow(i * words, places[rows.at(i) & 0xFF]);
    }
  }

  private void fillBelow(int start, long[] places) {
    long carry = 0;
    for (int i = start; i < start + words; i++) {
      long old = steps[i];
      long met = old & places[i - start];
      long sum = old + met + carry;
      carry = (met | old & ~sum) >>> 63;
      steps[i + words] = sum | old & ~met;
    }
  }

  /** The length for the prefixes that end before a row and a column. */
  private int lengthAt(int prefixRow, int prefixColumn) {
    if (prefixRow <= 0) {
      return 0;
    }
    int at = prefixRow * words;
    int last = at + (prefixColumn >>> 6);
    int zeros = 0;
    for (int i = at; i < last; i++) {
      zeros += Long.bitCount(~steps[i]);
    }
    boolean hasRest = (prefixColumn & 63) != 0;
    return hasRest ? zeros + Long.bitCount(~steps[last] << -prefixColumn) : zeros;
  }

  /** How much longer the length is in this column than in the column before. */
  private int step(int ofRow) {
    return (int) (~steps[ofRow * words + (column - 1 >>> 6)] >>> column - 1 & 1);
  }

  // ---------------------------------------------------------------- the walk back

  private boolean isAtMatch() {
    return first.at(firstEnd() - 1) == second.at(secondEnd() - 1);
  }

  private int firstEnd() {
    return isFirstInRows ? row : column;
  }

  private int secondEnd() {
    return isFirstInRows ? column : row;
  }

  /** Off the first string where that leaves more than off the second, else off the second. */
  private void goPastMismatch() {
    int left = here - step(row);
    boolean goesUp = isFirstInRows ? above > left : above >= left;
    if (goesUp) {
      goUp();
    } else {
      goLeft();
    }
  }

  private void goLeft() {
    here -= step(row);
    above -= step(row - 1);
    column--;
  }

  private void goUp() {
    row--;
    here = above;
    above = lengthAt(row - 1, column);
  }

  // ---------------------------------------------------------------- answers

  int length() {
    return here;
  }

  /** The bytes of the subsequence. */
  byte[] bytes() {
    byte[] bytes = new byte[here];
    while (here > 0) {
      if (isAtMatch()) {
        bytes[here - 1] = first.at(firstEnd() - 1);
        goLeft();
        goUp();
      } else {
        goPastMismatch();
      }
    }
    return bytes;
  }

  /** The ranges of at least a length, the last first, and the length of the whole. */
  void answerRanges(Reply reply, long leastLength, boolean hasLengths) {
    int length = here;
    List<Match> matches = matches(leastLength);
    reply.map(2);
    reply.bulk("matches");
    reply.array(matches.size());
    for (Match match : matches) {
      reply.array(hasLengths ? 3 : 2);
      answerRange(reply, match.firstStart, match.length);
      answerRange(reply, match.secondStart, match.length);
      if (hasLengths) {
        reply.integer(match.length);
      }
    }
    reply.bulk("len");
    reply.integer(length);
  }

  private static void answerRange(Reply reply, int start, int length) {
    reply.array(2);
    reply.integer(start);
    reply.integer(start + length - 1L);
  }

  private List<Match> matches(long leastLength) {
    List<Match> matches = new ArrayList<>();
    while (here > 0) {
      if (isAtMatch()) {
        Match match = nextMatch();
        if (match.length >= leastLength) {
          matches.add(match);
        }
      } else {
        goPastMismatch();
      }
    }
    return matches;
  }

  private Match nextMatch() {
    int end = firstEnd();
    do {
      goLeft();
      goUp();
    } while (row > 0 && column > 0 && isAtMatch());
    return new Match(firstEnd(), secondEnd(), end - firstEnd());
  }
}
