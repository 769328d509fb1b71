package io.jacinth.commands.generic;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of SORT and SORT_RO. The last of several BY, LIMIT or STORE counts. */
final class SortOptions {
  final List<SortPattern> gets = new ArrayList<>();
  @Nullable SortPattern by;
  boolean isUnsorted;
  boolean isDescending;
  boolean isAlphabetic;
  long offset;
  long count = -1;

  /** Position of the key to store under, 0 where there is none. */
  int target;

  private SortOptions() {}

  /**
   * Reads the options of a call.
   *
   * @throws CommandException where one is none
   */
  static SortOptions of(Call call, boolean mayStore) {
    SortOptions options = new SortOptions();
    int i = 2;
    while (i < call.count()) {
      i += options.read(call, i, mayStore);
    }
    return options;
  }

  /** Reads the option at a position; answers how many words it takes. */
  private int read(Call call, int i, boolean mayStore) {
    int more = call.count() - i - 1;
    if (call.is(i, "ASC") || call.is(i, "DESC")) {
      isDescending = call.is(i, "DESC");
      return 1;
    }
    if (call.is(i, "ALPHA")) {
      isAlphabetic = true;
      return 1;
    }
    if (call.is(i, "LIMIT") && more >= 2) {
      offset = call.integer(i + 1);
      count = call.integer(i + 2);
      return 3;
    }
    if (call.is(i, "STORE") && more >= 1 && mayStore) {
      target = i + 1;
      return 2;
    }
    if (call.is(i, "BY") && more >= 1) {
      by = new SortPattern(call.argument(i + 1));
      isUnsorted |= !by.hasStar();
      requireEveryKey(call, by.hasStar(), "BY");
      return 2;
    }
    if (call.is(i, "GET") && more >= 1) {
      gets.add(new SortPattern(call.argument(i + 1)));
      requireEveryKey(call, true, "GET");
      return 2;
    }
    throw ErrorReply.SYNTAX.exception();
  }

  /** Which keys a pattern names is not known yet: the user must be allowed to read them all. */
  private static void requireEveryKey(Call call, boolean namesKeys, String option) {
    if (namesKeys && !call.engine().acl().mayReadEveryKey(call)) {
      throw new CommandException(
          "ERR " + option + " option of SORT denied due to insufficient ACL permissions.");
    }
  }
}
