package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/** The statements of functions that run from their tree: see {@link Nodes}. */
public final class Steps {
  private Steps() {}

  // ---- where values go

  /**
   * What is assigned to. Its object and its key, where it has them, are evaluated before the value,
   * but for {@link LateIndexTarget}.
   */
  public interface Target {
    default @Nullable Object object(Activation on) {
      return null;
    }

    default @Nullable Object key(Activation on) {
      return null;
    }

    void set(Activation on, @Nullable Object object, @Nullable Object key, @Nullable Object value);
  }

  public record OwnTarget(int slot) implements Target {
    @Override
    public void set(
        Activation on, @Nullable Object object, @Nullable Object key, @Nullable Object value) {
      on.slots[slot] = value;
    }
  }

  public record OwnCellTarget(int slot) implements Target {
    @Override
    public void set(
        Activation on, @Nullable Object object, @Nullable Object key, @Nullable Object value) {
      on.ownCell(slot).value = value;
    }
  }

  public record CapturedTarget(int index) implements Target {
    @Override
    public void set(
        Activation on, @Nullable Object object, @Nullable Object key, @Nullable Object value) {
      on.capturedCell(index).value = value;
    }
  }

  public record GlobalTarget(LuaString name, Site site) implements Target {
    @Override
    public void set(
        Activation on, @Nullable Object object, @Nullable Object key, @Nullable Object value) {
      on.site = site;
      Indexing.setGlobal(on.lua, name, value);
    }
  }

  public record IndexTarget(Node object, Node key, Site site) implements Target {
    @Override
    public @Nullable Object object(Activation on) {
      return object.one(on);
    }

    @Override
    public @Nullable Object key(Activation on) {
      return key.one(on);
    }

    @Override
    public void set(
        Activation on, @Nullable Object table, @Nullable Object at, @Nullable Object value) {
      on.site = site;
      Indexing.set(on.lua, table, at, value);
    }
  }

  /** A target whose object or key is a variable that is read only when the assignment is made. */
  public record LateIndexTarget(
      Node object, boolean isObjectLate, Node key, boolean isKeyLate, Site site) implements Target {
    @Override
    public @Nullable Object object(Activation on) {
      return isObjectLate ? null : object.one(on);
    }

    @Override
    public @Nullable Object key(Activation on) {
      return isKeyLate ? null : key.one(on);
    }

    @Override
    public void set(
        Activation on, @Nullable Object table, @Nullable Object at, @Nullable Object value) {
      on.site = site;
      Object indexed = isObjectLate ? object.one(on) : table;
      Indexing.set(on.lua, indexed, isKeyLate ? key.one(on) : at, value);
    }
  }

  public record Assign(Target target, Node value) implements Step {
    @Override
    public @Nullable Signal run(Activation on) {
      Object object = target.object(on);
      Object key = target.key(on);
      target.set(on, object, key, value.one(on));
      return null;
    }
  }

  /** All objects and keys first, then the values, then the last target first. */
  public record AssignSeveral(Target[] targets, Node[] values, boolean spreads) implements Step {
    @Override
    public @Nullable Signal run(Activation on) {
      int count = targets.length;
      @Nullable Object[] objects = new @Nullable Object[count];
      @Nullable Object[] keys = new @Nullable Object[count];
      for (int i = 0; i < count; i++) {
        objects[i] = targets[i].object(on);
        keys[i] = targets[i].key(on);
      }
      @Nullable Object[] results = several(on, values, count, spreads);
      for (int i = count - 1; i >= 0; i--) {
        targets[i].set(on, objects[i], keys[i], results[i]);
      }
      return null;
    }
  }

  /** As many values as wanted: the last expression fills up if it spreads, else nil does. */
  private static @Nullable Object[] several(
      Activation on, Node[] values, int count, boolean spreads) {
    @Nullable Object[] results = new @Nullable Object[count];
    int last = values.length - 1;
    for (int i = 0; i < values.length; i++) {
      if (i == last && spreads) {
        Object all = values[i].all(on);
        for (int j = i; j < count; j++) {
          results[j] = Results.at(all, j - i);
        }
      } else {
        Object value = values[i].one(on);
        if (i < count) {
          results[i] = value;
        }
      }
    }
    return results;
  }

  // ---- declarations

  public record Declare(int slot, boolean isCell, Node value) implements Step {
    @Override
    public @Nullable Signal run(Activation on) {
      on.declare(slot, isCell, value.one(on));
      return null;
    }
  }

  public record DeclareSeveral(int[] slots, boolean[] areCells, Node[] values, boolean spreads)
      implements Step {
    @Override
    public @Nullable Signal run(Activation on) {
      @Nullable Object[] results = several(on, values, slots.length, spreads);
      for (int i = 0; i < slots.length; i++) {
        on.declare(slots[i], areCells[i], results[i]);
      }
      return null;
    }
  }

  /** {@code local function}: the variable is there before the function is. */
  public record DeclareFunction(int slot, boolean isCell, Node function) implements Step {
    @Override
    public @Nullable Signal run(Activation on) {
      if (isCell) {
        on.declare(slot, true, null);
        on.ownCell(slot).value = function.one(on);
      } else {
        on.slots[slot] = function.one(on);
      }
      return null;
    }
  }

  // ---- calls and blocks

  public record Calling(Node call) implements Step {
    @Override
    public @Nullable Signal run(Activation on) {
      call.all(on);
      return null;
    }
  }

  public record Block(Step[] steps) implements Step {
    @Override
    public @Nullable Signal run(Activation on) {
      for (Step step : steps) {
        Signal signal = step.run(on);
        if (signal != null) {
          return signal;
        }
      }
      return null;
    }
  }

  public record If(Node[] conditions, Step[] blocks, @Nullable Step otherwise) implements Step {
    @Override
    public @Nullable Signal run(Activation on) {
      for (int i = 0; i < conditions.length; i++) {
        if (conditions[i].isTrue(on)) {
          return blocks[i].run(on);
        }
      }
      return otherwise == null ? null : otherwise.run(on);
    }
  }

  // ---- loops

  public record While(Node condition, Step block) implements Step {
    @Override
    public @Nullable Signal run(Activation on) {
      on.round();
      while (condition.isTrue(on)) {
        Signal signal = block.run(on);
        if (signal != null) {
          return signal == Signal.BREAK ? null : signal;
        }
        on.round();
      }
      return null;
    }
  }

  public record Repeat(Step block, Node condition) implements Step {
    @Override
    public @Nullable Signal run(Activation on) {
      do {
        Signal signal = block.run(on);
        if (signal != null) {
          return signal == Signal.BREAK ? null : signal;
        }
        on.round();
      } while (!condition.isTrue(on));
      return null;
    }
  }

  /** {@code isExact} if first and step are whole numbers, so that no rounding can be seen. */
  public record NumericFor(
      int slot,
      boolean isCell,
      Node first,
      Node last,
      Node step,
      boolean isExact,
      Step block,
      Site site)
      implements Step {
    @Override
    public @Nullable Signal run(Activation on) {
      Object from = first.one(on);
      Object to = last.one(on);
      Object by = step.one(on);
      on.site = site;
      double index = Arithmetic.bound(from, "initial value");
      double limit = Arithmetic.bound(to, "limit");
      double stride = Arithmetic.bound(by, "step");
      if (!isExact) {
        // As in C: one step back, so that the first round steps forward like all others.
        index = index - stride + stride;
        on.round();
      }
      while (Arithmetic.goesOn(index, limit, stride)) {
        on.declare(slot, isCell, index);
        Signal signal = block.run(on);
        if (signal != null) {
          return signal == Signal.BREAK ? null : signal;
        }
        on.round();
        index += stride;
      }
      return null;
    }
  }

  public record GenericFor(
      int[] slots, boolean[] areCells, Node[] values, boolean spreads, Step block, Site site)
      implements Step {
    @Override
    public @Nullable Signal run(Activation on) {
      @Nullable Object[] start = several(on, values, 3, spreads);
      Iteration iteration = Iteration.of(start[0], start[1], start[2]);
      on.site = site;
      while (iteration.next(on.lua)) {
        for (int i = 0; i < slots.length; i++) {
          on.declare(slots[i], areCells[i], value(iteration, i));
        }
        Signal signal = block.run(on);
        if (signal != null) {
          return signal == Signal.BREAK ? null : signal;
        }
        on.round();
        on.site = site;
      }
      return null;
    }

    private static @Nullable Object value(Iteration iteration, int index) {
      return switch (index) {
        case 0 -> iteration.first();
        case 1 -> iteration.second();
        default -> iteration.other(index);
      };
    }
  }

  // ---- ends

  public record Break() implements Step {
    @Override
    public Signal run(Activation on) {
      return Signal.BREAK;
    }
  }

  /** {@code return f(…)}. */
  public record ReturnCall(Node call) implements Step {
    @Override
    public Signal run(Activation on) {
      on.result = call.tail(on);
      return Signal.RETURN;
    }
  }

  public record ReturnOne(Node value) implements Step {
    @Override
    public Signal run(Activation on) {
      on.result = value.all(on);
      return Signal.RETURN;
    }
  }

  public record Return(Node[] values, boolean isOpen) implements Step {
    @Override
    public Signal run(Activation on) {
      on.result = Values.of(Nodes.list(on, values, isOpen));
      return Signal.RETURN;
    }
  }
}
