package io.jacinth.lua.compiler;

import io.jacinth.lua.LuaString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A local variable or parameter, with what the whole text says of it. */
final class Local {
  final LuaString name;
  final FunctionBody owner;

  /** What it is ever given, where that is known to be an expression of one value. */
  final List<Expression> sources = new ArrayList<>();

  /** Whether it is given something that is not in {@link #sources}. */
  boolean hasUnknownSource;

  /** Assignments after the declaration. */
  int assignments;

  boolean isUsed;
  boolean isCaptured;

  /** Whether it can only ever hold numbers and so lies unboxed. */
  boolean isNumber;

  /** Where it lies in the function's method, while that is generated. */
  int slot = -1;

  /** Its number among the function's variables. */
  final int number;

  Local(LuaString name, FunctionBody owner) {
    this.name = name;
    this.owner = owner;
    this.number = owner.locals.size();
  }

  /** Whether other functions may see it change, so that all share a cell. */
  boolean isCell() {
    return isCaptured && assignments > 0;
  }

  /** Notes a value given to it; null for one that is not known. */
  void given(@Nullable Expression source) {
    if (source == null) {
      hasUnknownSource = true;
    } else {
      sources.add(source);
    }
  }
}
