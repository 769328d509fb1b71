package io.jacinth.lua;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A function's code, from which functions are made as scripts evaluate {@code function … end}. Its
 * class is made when the first is needed, a hidden class of this package: it is collected with the
 * last function and prototype that refer to it. Shared between instances and threads.
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

  private volatile @Nullable Closure template;
  private @Nullable Supplier<Definition> compilation;

  /** A function that this will compile when it is first needed. */
  public Prototype(Supplier<Definition> compilation) {
    this.compilation = compilation;
  }

  /** A function that captures nothing: a chunk. It has no state and may be shared. */
  public LuaFunction function() {
    return template();
  }

  /** A function with these captured variables. */
  Closure create(Lua lua, @Nullable Object[] captured) {
    lua.memory().charge(Closure.CLOSURE_BYTES + 8L * captured.length);
    return template().create(captured);
  }

  private Closure template() {
    Closure known = template;
    return known == null ? define() : known;
  }

  private synchronized Closure define() {
    Closure known = template;
    Supplier<Definition> source = compilation;
    if (known != null || source == null) {
      return java.util.Objects.requireNonNull(known);
    }
    Closure made = define(source.get());
    template = made;
    compilation = null;
    return made;
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
