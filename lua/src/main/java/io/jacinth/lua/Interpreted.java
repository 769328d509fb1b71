package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/**
 * A function that runs from its tree until its prototype is compiled, and then passes its calls on
 * to a compiled one with the same variables.
 */
final class Interpreted extends Closure {
  final Prototype prototype;
  private @Nullable Closure compiled;

  Interpreted(Prototype prototype, @Nullable Object[] captured) {
    super(captured);
    this.prototype = prototype;
  }

  @Override
  Closure create(@Nullable Object[] captures) {
    return new Interpreted(prototype, captures);
  }

  /** The compiled function, if it is time for it. */
  private @Nullable Closure compiled(Lua lua) {
    Closure known = compiled;
    if (known == null) {
      Closure template = prototype.compiledIfHot(lua);
      if (template != null) {
        known = template.create(captured);
        known.self = this;
        compiled = known;
      }
    }
    return known;
  }

  @Override
  @Nullable Object call(Lua lua) {
    Closure other = compiled(lua);
    if (other != null) {
      return other.call(lua);
    }
    Tree tree = prototype.tree();
    return interpret(lua, tree, tree.slots(), Values.NO_OBJECTS);
  }

  @Override
  @Nullable Object call(Lua lua, @Nullable Object a) {
    Closure other = compiled(lua);
    if (other != null) {
      return other.call(lua, a);
    }
    Tree tree = prototype.tree();
    if (tree.takesDots()) {
      return spread(lua, tree, new @Nullable Object[] {a});
    }
    @Nullable Object[] slots = tree.slots();
    if (tree.parameters() > 0) {
      slots[0] = a;
    }
    return interpret(lua, tree, slots, Values.NO_OBJECTS);
  }

  @Override
  @Nullable Object call(Lua lua, @Nullable Object a, @Nullable Object b) {
    Closure other = compiled(lua);
    return other != null
        ? other.call(lua, a, b)
        : spread(lua, prototype.tree(), new @Nullable Object[] {a, b});
  }

  @Override
  @Nullable Object call(Lua lua, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
    Closure other = compiled(lua);
    return other != null
        ? other.call(lua, a, b, c)
        : spread(lua, prototype.tree(), new @Nullable Object[] {a, b, c});
  }

  @Override
  @Nullable Object callAll(Lua lua, @Nullable Object[] arguments) {
    Closure other = compiled(lua);
    return other != null ? other.callAll(lua, arguments) : spread(lua, prototype.tree(), arguments);
  }

  private @Nullable Object spread(Lua lua, Tree tree, @Nullable Object[] arguments) {
    @Nullable Object[] slots = tree.slots();
    int parameters = tree.parameters();
    System.arraycopy(arguments, 0, slots, 0, Math.min(parameters, arguments.length));
    if (!tree.takesDots()) {
      return interpret(lua, tree, slots, Values.NO_OBJECTS);
    }
    @Nullable Object[] dots = Results.rest(arguments, parameters, lua);
    if (tree.argSlot() >= 0) {
      slots[tree.argSlot()] = Results.argTable(lua, dots);
    }
    return interpret(lua, tree, slots, dots);
  }

  /** Looked for by {@link Places}, which then looks at the activation. */
  private @Nullable Object interpret(
      Lua lua, Tree tree, @Nullable Object[] slots, @Nullable Object[] dots) {
    Activation on = new Activation(lua, this, slots, dots, tree.entry());
    lua.activation = on;
    try {
      lua.enter(tree.stackBytes());
      tree.declareCells(on);
      boolean returns = tree.body().run(on) != null;
      lua.leave(tree.stackBytes());
      return returns ? on.result : Values.NONE;
    } finally {
      lua.activation = on.caller;
      prototype.warm(on.rounds);
    }
  }
}
