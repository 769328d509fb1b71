package io.jacinth.lua;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of functions that run from their tree, until they are found to be worth compiling
 * (or for ever, where they are too large). They do the same in the same order as compiled code. The
 * nodes have no state: they are shared between instances and threads.
 */
public final class Nodes {
  private Nodes() {}

  /** An operation on two values. */
  @FunctionalInterface
  public interface Operation {
    @Nullable Object apply(Lua lua, @Nullable Object a, @Nullable Object b);
  }

  /** A comparison of two values. */
  @FunctionalInterface
  public interface Test {
    boolean apply(Lua lua, @Nullable Object a, @Nullable Object b);
  }

  /** The arithmetic of an event's name. */
  public static Operation arithmetic(String name) {
    return switch (name) {
      case "add" -> Arithmetic::add;
      case "sub" -> Arithmetic::sub;
      case "mul" -> Arithmetic::mul;
      case "div" -> Arithmetic::div;
      case "mod" -> Arithmetic::mod;
      case "pow" -> Arithmetic::pow;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The comparison of a name. */
  public static Test comparison(String name) {
    return switch (name) {
      case "eq" -> Comparison::eq;
      case "ne" -> (lua, a, b) -> !Comparison.eq(lua, a, b);
      case "lt" -> Comparison::lt;
      case "le" -> Comparison::le;
      case "gt" -> Comparison::gt;
      case "ge" -> Comparison::ge;
      default -> throw new IllegalArgumentException(name);
    };
  }

  // ---- values

  public record Constant(@Nullable Object value) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      return value;
    }
  }

  public record Dots() implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      return Closure.at(on.dots, 0);
    }

    @Override
    public @Nullable Object all(Activation on) {
      return Values.of(on.dots);
    }
  }

  /** An expression in parentheses that may have several values. */
  public record Single(Node inner) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      return inner.one(on);
    }
  }

  /** A new function. Its variables are those of a slot, or captured here too, or this function. */
  public record Function(Prototype prototype, int[] sources) implements Node {
    /** A source that is filled in by the function itself. */
    public static final int NONE = Integer.MIN_VALUE;

    /** The running function. */
    public static final int SELF = Integer.MIN_VALUE + 1;

    /** The source of a captured variable. */
    public static int captured(int index) {
      return -1 - index;
    }

    @Override
    public @Nullable Object one(Activation on) {
      @Nullable Object[] captures = new @Nullable Object[sources.length];
      for (int i = 0; i < sources.length; i++) {
        captures[i] =
            switch (sources[i]) {
              case NONE -> null;
              case SELF -> on.function;
              default ->
                  sources[i] >= 0 ? on.slots[sources[i]] : on.function.captured[-1 - sources[i]];
            };
      }
      return prototype.create(on.lua, captures);
    }
  }

  // ---- variables

  public record Own(int slot) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      return on.slots[slot];
    }
  }

  public record OwnCell(int slot) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      return on.ownCell(slot).value;
    }
  }

  public record Captured(int index) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      return on.function.captured[index];
    }
  }

  public record CapturedCell(int index) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      return on.capturedCell(index).value;
    }
  }

  public record Self() implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      return on.function;
    }
  }

  public record Global(LuaString name, Site site) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      on.site = site;
      return Indexing.global(on.lua, name);
    }
  }

  public record Index(Node object, Node key, Site site) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      Object indexed = object.one(on);
      Object at = key.one(on);
      on.site = site;
      return Indexing.get(on.lua, indexed, at);
    }
  }

  /** An index whose object is a variable that is read only after the key. */
  public record LateIndex(Node object, Node key, Site site) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      Object at = key.one(on);
      on.site = site;
      return Indexing.get(on.lua, object.one(on), at);
    }
  }

  public record Field(Node object, LuaString name, Site site) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      Object indexed = object.one(on);
      on.site = site;
      return Indexing.get(on.lua, indexed, name);
    }
  }

  // ---- operators

  /** {@code isLate} if the left variable is read only after what is on the right. */
  public record Binary(Operation operation, Node left, Node right, boolean isLate, Site site)
      implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      Object a = isLate ? null : left.one(on);
      Object b = right.one(on);
      if (isLate) {
        a = left.one(on);
      }
      on.site = site;
      return operation.apply(on.lua, a, b);
    }
  }

  public record Comparing(Test test, Node left, Node right, boolean isLate, Site site)
      implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      return isTrue(on);
    }

    @Override
    public boolean isTrue(Activation on) {
      Object a = isLate ? null : left.one(on);
      Object b = right.one(on);
      if (isLate) {
        a = left.one(on);
      }
      on.site = site;
      return test.apply(on.lua, a, b);
    }
  }

  /** One operation of a {@link Chain}. */
  public record Link(Operation operation, Node right, Site site) {}

  /** A long row of operations from the left: {@code a + b - c …}. */
  public record Chain(Node first, Link[] links) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      Object result = first.one(on);
      for (Link link : links) {
        Object right = link.right.one(on);
        on.site = link.site;
        result = link.operation.apply(on.lua, result, right);
      }
      return result;
    }
  }

  /** {@code and} in a row if {@code decides} is false, {@code or} if it is true. */
  public record Either(Node[] operands, boolean decides) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      int last = operands.length - 1;
      for (int i = 0; i < last; i++) {
        Object value = operands[i].one(on);
        if (Conversions.isTrue(value) == decides) {
          return value;
        }
      }
      return operands[last].one(on);
    }

    @Override
    public boolean isTrue(Activation on) {
      for (Node operand : operands) {
        if (operand.isTrue(on) == decides) {
          return decides;
        }
      }
      return !decides;
    }
  }

  public record Not(Node operand) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      return !operand.isTrue(on);
    }

    @Override
    public boolean isTrue(Activation on) {
      return !operand.isTrue(on);
    }
  }

  public record Minus(Node operand, Site site) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      Object value = operand.one(on);
      on.site = site;
      return Arithmetic.unm(on.lua, value);
    }
  }

  public record Length(Node operand, Site site) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      Object value = operand.one(on);
      on.site = site;
      return Arithmetic.len(on.lua, value);
    }
  }

  public record Concat(Node[] operands, Site site) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      if (operands.length == 2) {
        Object a = operands[0].one(on);
        Object b = operands[1].one(on);
        on.site = site;
        return Concatenation.concat(on.lua, a, b);
      }
      @Nullable Object[] values = each(on, operands, operands.length);
      on.site = site;
      return Concatenation.concat(on.lua, values);
    }
  }

  // ---- lists

  private static @Nullable Object[] each(Activation on, Node[] nodes, int count) {
    @Nullable Object[] values = new @Nullable Object[count];
    for (int i = 0; i < count; i++) {
      values[i] = nodes[i].one(on);
    }
    return values;
  }

  /** The values of expressions, all of the last if that is open. */
  static @Nullable Object[] list(Activation on, Node[] nodes, boolean isOpen) {
    if (!isOpen) {
      return each(on, nodes, nodes.length);
    }
    int last = nodes.length - 1;
    if (last == 0) {
      return Values.all(nodes[0].all(on));
    }
    @Nullable Object[] first = each(on, nodes, last);
    return Results.append(first, nodes[last].all(on), on.lua);
  }

  // ---- calls

  public record Call(Node function, Node[] arguments, boolean isOpen, Site site) implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      return Values.first(all(on));
    }

    @Override
    public @Nullable Object all(Activation on) {
      Object callee = function.one(on);
      int count = isOpen ? -1 : arguments.length;
      switch (count) {
        case 0 -> {
          on.site = site;
          return Calls.all(on.lua, callee);
        }
        case 1 -> {
          Object a = arguments[0].one(on);
          on.site = site;
          return Calls.all(on.lua, callee, a);
        }
        case 2 -> {
          Object a = arguments[0].one(on);
          Object b = arguments[1].one(on);
          on.site = site;
          return Calls.all(on.lua, callee, a, b);
        }
        default -> {
          @Nullable Object[] values = list(on, arguments, isOpen);
          on.site = site;
          return Calls.allOf(on.lua, callee, values);
        }
      }
    }

    @Override
    public @Nullable Object tail(Activation on) {
      if (!on.lua.isDeep()) {
        return all(on);
      }
      Object callee = function.one(on);
      @Nullable Object[] values = list(on, arguments, isOpen);
      on.site = site;
      return Calls.tailOf(on.lua, callee, values);
    }
  }

  public record MethodCall(
      Node object, LuaString name, Site index, Node[] arguments, boolean isOpen, Site site)
      implements Node {
    @Override
    public @Nullable Object one(Activation on) {
      return Values.first(all(on));
    }

    @Override
    public @Nullable Object all(Activation on) {
      Object self = object.one(on);
      Object callee = method(on, self);
      @Nullable Object[] values = Calls.prepend(self, list(on, arguments, isOpen));
      on.site = site;
      return Calls.allOf(on.lua, callee, values);
    }

    @Override
    public @Nullable Object tail(Activation on) {
      Object self = object.one(on);
      Object callee = method(on, self);
      @Nullable Object[] values = Calls.prepend(self, list(on, arguments, isOpen));
      on.site = site;
      return Calls.tailOf(on.lua, callee, values);
    }

    private @Nullable Object method(Activation on, @Nullable Object self) {
      on.site = index;
      return Indexing.get(on.lua, self, name);
    }
  }

  // ---- constructors

  /**
   * A field of a constructor; without a key the next of the array. {@code isLate} if the key is a
   * variable that is read only after the value.
   */
  public record Item(@Nullable Node key, Node value, boolean isLate, Site site) {}

  /** A table; the last item may stand for all its values. */
  public record Constructor(
      int arraySize, int hashSize, int positional, Item[] items, boolean isOpen) implements Node {
    /** Array elements that are stored at once, as LFIELDS_PER_FLUSH. */
    public static final int BATCH = 50;

    @Override
    public @Nullable Object one(Activation on) {
      LuaTable table = on.lua.newTable(arraySize, hashSize);
      @Nullable Object[] batch = new @Nullable Object[Math.min(BATCH, positional)];
      int stored = 0;
      int count = 0;
      for (int i = 0; i < items.length; i++) {
        Item item = items[i];
        if (item.key != null) {
          keyed(on, table, item.key, item);
        } else if (isOpen && i == items.length - 1) {
          Object rest = item.value.all(on);
          on.site = item.site;
          table.fill(stored + 1, Results.append(Arrays.copyOf(batch, count), rest, on.lua));
        } else {
          batch[count++] = item.value.one(on);
          if (count == BATCH || (!isOpen && stored + count == positional)) {
            on.site = item.site;
            table.fill(stored + 1, batch);
            stored += count;
            count = 0;
            batch = new @Nullable Object[Math.min(BATCH, positional - stored)];
          }
        }
      }
      return table;
    }

    private static void keyed(Activation on, LuaTable table, Node key, Item item) {
      Object at = item.isLate ? null : key.one(on);
      Object value = item.value.one(on);
      on.site = item.site;
      table.put(item.isLate ? key.one(on) : at, value);
    }
  }
}
