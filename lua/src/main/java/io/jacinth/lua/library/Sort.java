package io.jacinth.lua.library;

import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaFunction;
import io.jacinth.lua.LuaTable;
import org.jspecify.annotations.Nullable;

/**
 * table.sort: C Lua's quicksort step by step (median of three; the larger half in the loop),
 * because a comparator sees every step and one that contradicts itself gets what it gets there.
 */
final class Sort {
  private final Lua lua;
  private final LuaTable table;
  private final @Nullable LuaFunction comparator;

  Sort(Lua lua, LuaTable table, @Nullable LuaFunction comparator) {
    this.lua = lua;
    this.table = table;
    this.comparator = comparator;
  }

  void run(int length) {
    sort(1, length);
  }

  private boolean less(@Nullable Object a, @Nullable Object b) {
    if (comparator != null) {
      return lua.test(comparator, a, b);
    }
    lua.poll();
    return lua.lessThan(a, b);
  }

  private @Nullable Object get(int index) {
    return table.getInt(index);
  }

  private void set(int index, @Nullable Object value) {
    table.putInt(index, value);
  }

  private void swap(int i, int j, @Nullable Object atI, @Nullable Object atJ) {
    set(i, atJ);
    set(j, atI);
  }

  private void order(int low, int high) {
    Object atLow = get(low);
    Object atHigh = get(high);
    if (less(atHigh, atLow)) {
      swap(low, high, atLow, atHigh);
    }
  }

  private void sort(int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      order(low, high);
      if (high - low == 1) {
        return;
      }
      int middle = (int) (((long) low + high) / 2);
      Object pivot = medianOfThree(low, middle, high);
      if (high - low == 2) {
        return;
      }
      Object beforeLast = get(high - 1);
      swap(middle, high - 1, pivot, beforeLast);
      int split = partition(low, high, pivot);
      if (split - low < high - split) {
        sort(low, split - 1);
        low = split + 1;
      } else {
        sort(split + 1, high);
        high = split - 1;
      }
    }
  }

  private @Nullable Object medianOfThree(int low, int middle, int high) {
    Object atMiddle = get(middle);
    Object atLow = get(low);
    if (less(atMiddle, atLow)) {
      swap(middle, low, atMiddle, atLow);
    } else {
      Object atHigh = get(high);
      if (less(atHigh, atMiddle)) {
        swap(middle, high, atMiddle, atHigh);
      }
    }
    return get(middle);
  }

  private int partition(int low, int high, @Nullable Object pivot) {
    int i = low;
    int j = high - 1;
    while (true) {
      Object left = get(++i);
      while (less(left, pivot)) {
        if (i > high) {
          throw LuaError.of("invalid order function for sorting");
        }
        left = get(++i);
      }
      Object right = get(--j);
      while (less(pivot, right)) {
        if (j < low) {
          throw LuaError.of("invalid order function for sorting");
        }
        right = get(--j);
      }
      if (j < i) {
        Object last = get(high - 1);
        swap(high - 1, i, last, get(i));
        return i;
      }
      swap(i, j, left, right);
    }
  }
}
