package io.jacinth.lua;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call in progress of a function that runs from its tree: its variables, and where it is. The
 * activations of an instance's running coroutine are linked from the innermost outwards.
 */
public final class Activation {
  final Lua lua;
  final Interpreted function;

  /**
   * The function's own variables, by number; those that others may change lie in a {@link Cell}.
   */
  final @Nullable Object[] slots;

  final @Nullable Object[] dots;
  final @Nullable Activation caller;
  Site site;
  @Nullable Object result;

  /** Rounds of loops, by which it is found to be worth compiling. */
  int rounds;

  Activation(
      Lua lua, Interpreted function, @Nullable Object[] slots, @Nullable Object[] dots, Site site) {
    this.lua = lua;
    this.function = function;
    this.slots = slots;
    this.dots = dots;
    this.site = site;
    this.caller = lua.activation;
  }

  /** What must be done in each round of a loop. */
  void round() {
    rounds++;
    lua.poll();
  }

  LuaString chunkName() {
    return function.prototype.tree().chunkName();
  }

  void declare(int slot, boolean isCell, @Nullable Object value) {
    slots[slot] = isCell ? new Cell(value) : value;
  }

  Cell ownCell(int slot) {
    return cell(slots[slot]);
  }

  Cell capturedCell(int index) {
    return cell(function.captured[index]);
  }

  private static Cell cell(@Nullable Object held) {
    return (Cell) Objects.requireNonNull(held);
  }
}
