package io.jacinth.lua;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instance of Lua: globals, limits, and where its script is. Cheap to make; compiled functions
 * and frozen library tables may be shared between instances. Belongs to one thread at a time, but
 * {@link #stop} may be called from any.
 *
 * <p>Depth is limited in two ways, both of them errors that a script may catch: by the stack that
 * functions need (estimated from above when they are compiled, counted down at each call) and, as
 * in C, by 200 calls that pass through Java (metamethods, pcall, comparators).
 */
public final class Lua {
  private record Stop(String reason) implements Runnable {
    @Override
    public void run() {
      throw new LuaStopped(reason, Places.position(0));
    }
  }

  /** Calls through Java within each other, as LUAI_MAXCCALLS. */
  private static final int MOST_NESTED = 200;

  /** Bytes of stack at most that tail calls use before they unwind. */
  private static final int TAIL_CALLS_BYTES = 64 << 10;

  private final int stackBytes;
  private final MemoryBudget memory;
  private volatile @Nullable Runnable interruption;

  private int stackLeft;
  private int nested;
  private LuaTable globals;
  private @Nullable LuaTable stringMetatable;
  private RandomSource random = new RandomSource();
  @Nullable LuaCoroutine running;

  /** The innermost function of the running coroutine that runs from its tree. */
  @Nullable Activation activation;

  /** Who is told of lines, by functions that were compiled for that. */
  private @Nullable Debugger debugger;

  /** Whose script a thread runs, or ran last. */
  private static final ThreadLocal<@Nullable Lua> CURRENT = new ThreadLocal<>();

  /**
   * An instance without any global.
   *
   * @param stackBytes how much of the thread's stack scripts may use. Code that a script calls runs
   *     on what remains beyond.
   */
  public Lua(MemoryBudget memory, int stackBytes) {
    this.memory = memory;
    memory.owner = this;
    this.stackBytes = stackBytes;
    this.stackLeft = stackBytes;
    this.globals = new LuaTable(memory, 0, 0);
  }

  // ---- what scripts see

  public LuaTable globals() {
    return globals;
  }

  /** Lets functions find their globals elsewhere from now on. */
  public void setGlobals(LuaTable table) {
    globals = table;
  }

  /** The metatable of all strings; null if they have none. */
  public @Nullable LuaTable stringMetatable() {
    return stringMetatable;
  }

  public void setStringMetatable(@Nullable LuaTable table) {
    stringMetatable = table;
  }

  /** Where math.random draws from. */
  public RandomSource random() {
    return random;
  }

  public void setRandom(RandomSource source) {
    random = source;
  }

  // ---- limits

  public MemoryBudget memory() {
    return memory;
  }

  /** An empty table that the budget counts. */
  public LuaTable newTable(int arraySize, int hashSize) {
    return new LuaTable(memory, arraySize, hashSize);
  }

  /** A string of these bytes, counted; they must not be changed from now on. */
  public LuaString newString(byte[] bytes) {
    memory.charge(LuaString.OVERHEAD_BYTES + (long) bytes.length);
    return LuaString.wrap(bytes);
  }

  /** Counts an array of values that no table counts. */
  public void chargeValues(int count) {
    memory.charge(16 + 4L * count);
  }

  /** Ends whatever runs, at its next check, by {@link LuaStopped}. From any thread. */
  public synchronized void stop(String reason) {
    interruption = new Stop(reason);
  }

  /**
   * Has whoever runs the script do something once, at its next check, unless it is to stop. From
   * any thread.
   */
  public synchronized void interrupt(Runnable task) {
    if (!(interruption instanceof Stop)) {
      interruption =
          () -> {
            interrupted();
            task.run();
          };
    }
  }

  private synchronized void interrupted() {
    if (!(interruption instanceof Stop)) {
      interruption = null;
    }
  }

  /** Says that what runs has come to this thread, in the midst of it. */
  public void moved() {
    CURRENT.set(this);
  }

  /** Takes {@link #stop} and {@link #interrupt} back, before the next script. */
  public void clearStop() {
    interruption = null;
  }

  /** A check, to be made at least every few hundred steps by whatever may run long. */
  public void poll() {
    if (interruption != null) {
      obey();
    }
  }

  private void obey() {
    Runnable task = interruption;
    if (task != null) {
      task.run();
    }
  }

  /** At the beginning of a compiled function that needs so much stack. */
  void enter(int bytes) {
    if ((stackLeft -= bytes) < 0) {
      stackLeft += bytes;
      throw overflow();
    }
    if (interruption != null) {
      obey();
    }
  }

  /**
   * At the end of a compiled function; those that an error ends are made up for by who catches it.
   */
  void leave(int bytes) {
    stackLeft += bytes;
  }

  boolean isDeep() {
    return stackBytes - stackLeft > TAIL_CALLS_BYTES;
  }

  /** Tells that functions are nested too deeply for the stack, as C Lua says it. */
  static LuaError overflow() {
    return Places.error(LuaString.constant("stack overflow"), 0);
  }

  int stackLeft() {
    return stackLeft;
  }

  int nested() {
    return nested;
  }

  /** Back to where the catcher of an error is. */
  void unwind(int toStackLeft, int toNested) {
    stackLeft = toStackLeft;
    nested = toNested;
  }

  void nest() {
    if (++nested >= MOST_NESTED) {
      tooNested();
    }
  }

  private void tooNested() {
    if (nested == MOST_NESTED) {
      throw Places.error(LuaString.constant("C stack overflow"), 0);
    }
    // Handlers of that error get a little more.
    if (nested >= MOST_NESTED + MOST_NESTED / 8) {
      throw new LuaError(LuaString.constant("error in error handling"));
    }
  }

  void unnest() {
    nested--;
  }

  // ---- debugging

  /** Has somebody told of the lines of functions that were compiled for that; null: nobody. */
  public void debug(@Nullable Debugger newDebugger) {
    debugger = newDebugger;
  }

  /** Tells the debugger. */
  void line(int line) {
    Debugger told = debugger;
    if (told != null) {
      told.line(line);
    }
  }

  /**
   * The calls in progress of functions that were compiled for the debugger, the innermost first.
   */
  public List<Debugger.Frame> frames() {
    return Places.frames(this);
  }

  // ---- calling

  /**
   * Runs a function as a script: from an empty stack, whatever ended the one before. Throws {@link
   * LuaError} and {@link LuaStopped}.
   */
  public @Nullable Object run(Object function, @Nullable Object... arguments) {
    unwind(stackBytes, 0);
    running = null;
    activation = null;
    Lua outer = CURRENT.get();
    if (outer != this) {
      CURRENT.set(this);
    }
    try {
      return call(function, arguments);
    } catch (StackOverflowError e) {
      throw new LuaError(LuaString.constant("stack overflow"));
    } finally {
      if (outer != null && outer != this) {
        CURRENT.set(outer);
      }
    }
  }

  /** The instance whose script the thread runs. */
  static @Nullable Lua current() {
    return CURRENT.get();
  }

  /** The thread is this instance's until it says otherwise: for fibers on threads of their own. */
  void enterThread() {
    CURRENT.set(this);
  }

  /** Calls a value from Java: one value, or {@link Values}. */
  public @Nullable Object call(@Nullable Object function, @Nullable Object... arguments) {
    nest();
    Object result = Calls.finish(this, Calls.callAll(this, function, arguments));
    unnest();
    return result;
  }

  /** Calls a function of two values for its truth: a comparator. */
  public boolean test(LuaFunction function, @Nullable Object a, @Nullable Object b) {
    nest();
    Object result = Calls.one(this, function, a, b);
    unnest();
    return Conversions.isTrue(result);
  }

  /** How deeply calls through Java are nested. */
  public int depth() {
    return nested;
  }

  /** The running coroutine; null for the script itself. */
  public @Nullable LuaCoroutine running() {
    return running;
  }

  // ---- operations

  /** Whether two values are equal, without metamethods. */
  public boolean rawEqual(@Nullable Object a, @Nullable Object b) {
    return Comparison.rawEqual(a, b);
  }

  /** A value's metatable, or null. */
  public @Nullable LuaTable metatable(@Nullable Object value) {
    return Metatables.of(this, value);
  }

  /** {@code object[key]}, with metamethods. */
  public @Nullable Object index(@Nullable Object object, @Nullable Object key) {
    return Indexing.get(this, object, key);
  }

  /** {@code object[key] = value}, with metamethods. */
  public void setIndex(@Nullable Object object, @Nullable Object key, @Nullable Object value) {
    Indexing.set(this, object, key, value);
  }

  /** What tostring answers: {@code __tostring}, or the value's own text. */
  public @Nullable Object toText(@Nullable Object value) {
    Object handler = Metatables.handler(this, value, Metatables.TOSTRING);
    return handler == null ? Conversions.string(value) : Values.first(call(handler, value));
  }

  /** Whether two values are equal, with metamethods. */
  public boolean equal(@Nullable Object a, @Nullable Object b) {
    return Comparison.eq(this, a, b);
  }

  /** Whether one value is less than another, with metamethods. */
  public boolean lessThan(@Nullable Object a, @Nullable Object b) {
    return Comparison.lt(this, a, b);
  }
}
