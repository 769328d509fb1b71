package io.jacinth.lua.compiler;

import io.jacinth.lua.LuaString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names that are visible in a function while it is being read, and whether a loop is around.
 */
final class Scope {
  /** Variables at once in a function, as LUAI_MAXVARS; loops need some that have no name. */
  private static final int MOST_LOCALS = 200;

  private static final int MOST_CAPTURES = 60;

  /** Registers of a function, as MAXSTACK. */
  private static final int MOST_REGISTERS = 250;

  final FunctionBody body;
  final @Nullable Scope outer;
  private final Lexer lexer;
  private final List<Local> active = new ArrayList<>();
  private int unnamed;
  private int temporaries;
  private int loops;

  Scope(FunctionBody body, @Nullable Scope outer, Lexer lexer) {
    this.body = body;
    this.outer = outer;
    this.lexer = lexer;
  }

  // ---- blocks

  /** To be given to {@link #close}. */
  int open() {
    return active.size();
  }

  void close(int mark) {
    active.subList(mark, active.size()).clear();
  }

  void enterLoop(int hiddenLocals) {
    loops++;
    unnamed += hiddenLocals;
    checkLocals(0);
  }

  void leaveLoop(int hiddenLocals) {
    loops--;
    unnamed -= hiddenLocals;
  }

  boolean isInLoop() {
    return loops > 0;
  }

  // ---- names

  /** The visible variables of the function itself. */
  List<Local> visible() {
    return active;
  }

  /** A new variable, not visible yet, that is the given number among those being declared. */
  Local declare(LuaString name, int number) {
    checkLocals(number + 1);
    Local local = new Local(name, body);
    body.locals.add(local);
    body.allLocals.add(local);
    return local;
  }

  void activate(Local local) {
    active.add(local);
  }

  /**
   * Notes that C Lua would hold so many values in registers, besides the variables, until {@link
   * #free} is told.
   */
  void hold(int registers) {
    temporaries += registers;
    if (active.size() + unnamed + temporaries >= MOST_REGISTERS) {
      throw lexer.error("function or expression too complex");
    }
  }

  /** C Lua reads the targets of an assignment by recursion, which has so many levels left. */
  void checkTargets(int count, int most) {
    if (count > most) {
      throw limit(most, "variables in assignment");
    }
  }

  void free(int registers) {
    temporaries -= registers;
  }

  private void checkLocals(int more) {
    if (active.size() + unnamed + more > MOST_LOCALS) {
      throw limit(MOST_LOCALS, "local variables");
    }
  }

  private RuntimeException limit(int most, String what) {
    String who = body.line == 0 ? "main function" : "function at line " + body.line;
    return lexer.plainError(who + " has more than " + most + " " + what);
  }

  /** The variable of that name; null for a global. Captures it where it is another function's. */
  @Nullable Local find(LuaString name) {
    for (int i = active.size() - 1; i >= 0; i--) {
      if (active.get(i).name.equals(name)) {
        return active.get(i);
      }
    }
    Local found = outer == null ? null : outer.find(name);
    if (found != null) {
      capture(found);
    }
    return found;
  }

  private void capture(Local local) {
    local.isCaptured = true;
    if (!body.captures.contains(local)) {
      if (body.captures.size() >= MOST_CAPTURES) {
        throw limit(MOST_CAPTURES, "upvalues");
      }
      body.captures.add(local);
    }
  }
}
