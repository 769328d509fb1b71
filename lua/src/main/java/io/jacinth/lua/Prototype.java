package io.jacinth.lua;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A function's code, from which functions are made as scripts evaluate {@code function … end}. It
 * runs from its tree at first. When it has been called often, has gone through many rounds of its
 * loops or is called deep in a recursion, it is compiled to a hidden class of this package, which
 * is collected with the last function and prototype that refer to it. Shared between instances and
 * threads.
 */
public final class Prototype {
  /**
   * What the compiler made of a function.
   *
   * @param classFile a class that extends one of {@link Closure}'s
   * @param constants what its static fields are taken from
   */
  public record Definition(
      byte[] classFile, @Nullable Object[] constants, LuaString chunkName, Site[] sites) {}

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodType CONSTRUCTOR = MethodType.methodType(void.class, Object[].class);

  /** What a call counts, in rounds of a loop. */
  private static final int ROUNDS_OF_CALL = 16;

  /** Rounds after which a function is compiled: tests choose others. */
  static int hotRounds = Integer.getInteger("jacinth.lua.hot-rounds", 4096);

  private static final int MOST_ROUNDS = 1 << 30;

  private final Tree tree;
  private volatile @Nullable Closure template;
  private @Nullable Supplier<@Nullable Definition> compilation;

  /** Counted without care for other threads: an estimate. */
  private int rounds;

  /**
   * A function with this tree.
   *
   * @param compilation makes its class when it is worth it; null, or giving null, where it cannot
   */
  public Prototype(Tree tree, @Nullable Supplier<@Nullable Definition> compilation) {
    this.tree = tree;
    this.compilation = compilation;
  }

  Tree tree() {
    return tree;
  }

  /** A function that captures nothing: a chunk. It may be shared between instances. */
  public LuaFunction function() {
    return create(Values.NO_OBJECTS);
  }

  /** A function with these captured variables. */
  Closure create(Lua lua, @Nullable Object[] captured) {
    lua.memory().charge(Closure.CLOSURE_BYTES + Closure.CAPTURE_BYTES * captured.length);
    return create(captured);
  }

  private Closure create(@Nullable Object[] captured) {
    Closure known = template;
    return known == null ? new Interpreted(this, captured) : known.create(captured);
  }

  void warm(int roundsOfLoops) {
    long sum = (long) rounds + ROUNDS_OF_CALL + roundsOfLoops;
    rounds = roundsOfLoops < 0 ? MOST_ROUNDS : (int) Math.min(sum, MOST_ROUNDS);
  }

  /** The compiled code if there is some or it is time to have it. */
  @Nullable Closure compiledIfHot(Lua lua) {
    Closure known = template;
    return known == null && compilation != null && (rounds >= hotRounds || lua.isDeep())
        ? define()
        : known;
  }

  private synchronized @Nullable Closure define() {
    Supplier<@Nullable Definition> source = compilation;
    if (source == null) {
      return template;
    }
    compilation = null;
    Definition definition = source.get();
    if (definition != null) {
      template = define(definition);
    }
    return template;
  }

  private static Closure define(Definition definition) {
    try {
      MethodHandles.Lookup inside =
          LOOKUP.defineHiddenClassWithClassData(definition.classFile, definition.constants, false);
      Places.register(
          inside.lookupClass(), new Places.Source(definition.chunkName, definition.sites));
      MethodHandle constructor = inside.findConstructor(inside.lookupClass(), CONSTRUCTOR);
      return (Closure) constructor.invoke(Values.NO_OBJECTS);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("The compiled function cannot be loaded", e);
    }
  }
}
