package io.jacinth.lua;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the trees of functions have in addition that are compiled for a {@link Debugger}. The last
 * slot of such a function holds the {@link Place} where it is; a line is told when it differs from
 * the one before, or after a jump back, which empties the slot.
 */
public final class Watched {
  private Watched() {}

  /** A line, and which variables are visible there, by name and slot. */
  public record Place(Site site, LuaString[] names, int[] slots) {
    List<Debugger.Variable> variables(Activation on) {
      List<Debugger.Variable> variables = new ArrayList<>();
      for (int i = 0; i < slots.length; i++) {
        Object held = on.slots[slots[i]];
        variables.add(
            new Debugger.Variable(names[i], held instanceof Cell cell ? cell.value : held));
      }
      return variables;
    }
  }

  /** The place where a call is; null where its function was not compiled for a debugger. */
  static @Nullable Place place(Activation on) {
    int last = on.slots.length - 1;
    return last >= 0 && on.slots[last] instanceof Place place ? place : null;
  }

  private static void come(Activation on, Place place) {
    Place before = place(on);
    on.slots[on.slots.length - 1] = place;
    if (before == null || before.site.line() != place.site.line()) {
      on.site = place.site;
      on.lua.line(place.site.line());
    }
  }

  private static void jumpBack(Activation on) {
    on.slots[on.slots.length - 1] = null;
  }

  /** A statement that begins on a line; without one, only the line. */
  public record At(Place place, @Nullable Step step) implements Step {
    @Override
    public @Nullable Signal run(Activation on) {
      come(on, place);
      return step == null ? null : step.run(on);
    }
  }

  /** A jump back to the beginning of a loop. */
  public record JumpBack() implements Step {
    @Override
    public @Nullable Signal run(Activation on) {
      jumpBack(on);
      return null;
    }
  }

  /** Copies a variable to one that only debuggers see. */
  public record Copy(int from, int to) implements Step {
    @Override
    public @Nullable Signal run(Activation on) {
      Object held = on.slots[from];
      on.slots[to] = held instanceof Cell cell ? cell.value : held;
      return null;
    }
  }

  /** An expression on a line of its own: before it, or when its operands have been evaluated. */
  public record Line(Node node, Place place, boolean isBehind) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      begin(on);
      Object value = node.one(on);
      end(on);
      return value;
    }

    @Override
    public @Nullable Object all(Activation on) {
      begin(on);
      Object values = node.all(on);
      end(on);
      return values;
    }

    @Override
    public @Nullable Object tail(Activation on) {
      begin(on);
      return node.tail(on);
    }

    private void begin(Activation on) {
      if (!isBehind) {
        come(on, place);
      }
    }

    private void end(Activation on) {
      if (isBehind) {
        come(on, place);
      }
    }
  }

  /** The condition of {@code repeat}, from which it jumps back where it does not hold. */
  public record Until(Node condition, Place place) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      come(on, place);
      Object value = condition.one(on);
      if (!Conversions.isTrue(value)) {
        jumpBack(on);
      }
      return value;
    }
  }

  /** Keeps the values of an expression in variables that only debuggers see. */
  public record Kept(Node node, int[] slots) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      Object value = node.one(on);
      on.slots[slots[0]] = value;
      return value;
    }

    @Override
    public @Nullable Object all(Activation on) {
      Object values = node.all(on);
      for (int i = 0; i < slots.length; i++) {
        on.slots[slots[i]] = Results.at(values, i);
      }
      return values;
    }
  }
}
