package io.jacinth.lua;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where a script is, from the thread's own stack, when an error needs to say so. Level 0
 * is the function that runs, level 1 the one that called it, as C Lua counts.
 */
final class Places {
  private static final StackWalker WALKER =
      StackWalker.getInstance(
          Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE, StackWalker.Option.SHOW_HIDDEN_FRAMES));

  /** Beyond this no function written in Lua is looked for. */
  private static final int MOST_LEVELS = 64;

  /** What a compiled class knows of its source. */
  record Source(LuaString chunkName, Site[] sites) {}

  /** A level: native if it has no chunk, without a place if it gave up its place to its callee. */
  private record Level(@Nullable LuaString chunkName, @Nullable Site site) {
    static final Level NATIVE = new Level(null, null);

    boolean isNative() {
      return chunkName == null;
    }
  }

  private static final class Slot {
    volatile @Nullable Source source;
  }

  private static final ClassValue<Slot> SOURCES =
      new ClassValue<>() {
        @Override
        protected Slot computeValue(Class<?> type) {
          return new Slot();
        }
      };

  private Places() {}

  static void register(Class<?> type, Source source) {
    SOURCES.get(type).source = source;
  }

  /** An error that begins with the place of a level, if that is a function written in Lua. */
  static LuaError error(LuaString message, int level) {
    List<Level> levels = levels(MOST_LEVELS);
    return new LuaError(where(levels, level).concat(message), position(levels));
  }

  /** {@code name:line: } of a level; empty where C Lua has none. */
  static LuaString where(int level) {
    return where(levels(level + 1), level).text();
  }

  /** The place of the innermost function written in Lua. */
  static LuaError.@Nullable Position position(int fromLevel) {
    List<Level> levels = levels(MOST_LEVELS);
    return position(levels.subList(Math.min(fromLevel, levels.size()), levels.size()));
  }

  /** The site at which the running function is, if it is written in Lua. */
  static @Nullable Site site() {
    List<Level> levels = levels(1);
    return levels.isEmpty() ? null : levels.get(0).site();
  }

  /** The name by which the running native function was called, or null. */
  static Site.@Nullable Name calledAs() {
    List<Level> levels = levels(2);
    Site site = levels.size() < 2 ? null : levels.get(1).site();
    return site == null ? null : site.function();
  }

  private static LuaError.@Nullable Position position(List<Level> levels) {
    for (Level level : levels) {
      if (level.chunkName != null && level.site != null) {
        return new LuaError.Position(level.chunkName, level.site.line());
      }
    }
    return null;
  }

  /** A text to be put before another. */
  private record Prefix(LuaString text) {
    LuaString concat(LuaString message) {
      return text.concat(message, MemoryBudget.UNLIMITED);
    }
  }

  private static Prefix where(List<Level> levels, int number) {
    Level level = number < levels.size() ? levels.get(number) : Level.NATIVE;
    if (level.chunkName == null || level.site == null) {
      return new Prefix(LuaString.EMPTY);
    }
    LuaString line = LuaString.of(":" + level.site.line() + ": ");
    LuaString shown = ChunkNames.shown(level.chunkName);
    return new Prefix(shown.concat(line, MemoryBudget.UNLIMITED));
  }

  /** The calls in progress of functions that were compiled for a debugger. */
  static List<Debugger.Frame> frames(Lua lua) {
    List<Level> levels = levels(MOST_LEVELS);
    List<Debugger.Frame> frames = new ArrayList<>();
    Activation on = lua.activation;
    for (int i = 0; i < levels.size() && on != null; i++) {
      Level level = levels.get(i);
      if (level.isNative()) {
        continue;
      }
      Watched.Place place = Watched.place(on);
      if (level.site != null && place != null) {
        frames.add(new Debugger.Frame(level.site.line(), nameOf(levels, i), place.variables(on)));
      }
      on = on.caller;
    }
    return frames;
  }

  /** How the function of a level was called, if that was by a function written in Lua. */
  private static @Nullable LuaString nameOf(List<Level> levels, int number) {
    Site caller = number + 1 < levels.size() ? levels.get(number + 1).site : null;
    Site.Name name = caller == null ? null : caller.function();
    return name == null ? null : name.text();
  }

  private static List<Level> levels(int most) {
    return WALKER.walk(frames -> levels(frames, most));
  }

  private static List<Level> levels(Stream<StackFrame> frames, int most) {
    List<Level> levels = new ArrayList<>();
    Iterator<StackFrame> iterator = frames.iterator();
    Lua lua = Lua.current();
    Activation activation = lua == null ? null : lua.activation;
    while (levels.size() < most && iterator.hasNext()) {
      StackFrame frame = iterator.next();
      Class<?> type = frame.getDeclaringClass();
      if (!LuaFunction.class.isAssignableFrom(type)) {
        continue;
      }
      if (type.isHidden()) {
        levels.add(compiled(type, frame.getLineNumber(), levels));
      } else if (type == Interpreted.class) {
        if (activation != null && frame.getMethodName().equals("interpret")) {
          levels.add(level(activation.chunkName(), activation.site, levels));
          activation = activation.caller;
        }
      } else if (NativeFunction.class.isAssignableFrom(type)
          && frame.getMethodName().equals("callAll")) {
        levels.add(Level.NATIVE);
      }
    }
    return levels;
  }

  private static Level compiled(Class<?> type, int number, List<Level> inner) {
    Source source = SOURCES.get(type).source;
    if (source == null || number < 1 || number > source.sites().length) {
      return Level.NATIVE;
    }
    return level(source.chunkName(), source.sites()[number - 1], inner);
  }

  private static Level level(LuaString chunkName, Site site, List<Level> inner) {
    boolean gaveUp =
        site.isTailCall() && !inner.isEmpty() && !inner.get(inner.size() - 1).isNative();
    return new Level(chunkName, gaveUp ? null : site);
  }
}
