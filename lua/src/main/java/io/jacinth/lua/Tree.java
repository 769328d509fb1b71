package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/**
 * What the interpreter needs to run a function.
 *
 * @param body its statements
 * @param variables how many there are; the parameters come first
 * @param cells the parameters that lie in a {@link Cell}, {@code arg} too
 * @param takesDots whether more arguments than parameters are of use
 * @param argSlot the slot of the table {@code arg} if the function wants one, else -1
 * @param entry the place of the function itself
 * @param stackBytes how much stack a call needs, estimated from above
 */
public record Tree(
    Step body,
    int variables,
    int parameters,
    int[] cells,
    boolean takesDots,
    int argSlot,
    Site entry,
    int stackBytes,
    LuaString chunkName) {
  @Nullable Object[] slots() {
    return new @Nullable Object[variables];
  }

  void declareCells(Activation on) {
    for (int slot : cells) {
      on.declare(slot, true, on.slots[slot]);
    }
  }
}
