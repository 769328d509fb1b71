package io.jacinth.lua.compiler;

import io.jacinth.lua.Prototype;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function as the text has it. */
final class FunctionBody {
  final @Nullable FunctionBody parent;

  /** The line of its beginning, 0 for a chunk. */
  final int line;

  final List<Local> parameters = new ArrayList<>();

  /** All its variables, parameters too. */
  final List<Local> locals = new ArrayList<>();

  /** The variables of all functions of the text. */
  final List<Local> allLocals;

  /**
   * Variables of enclosing functions, in the order in which they are first named here or within.
   */
  final List<Local> captures = new ArrayList<>();

  boolean isVararg;

  /**
   * The variable {@code arg} of a function with {@code ...}, which has a value if that is not used.
   */
  @Nullable Local argTable;

  boolean usesDots;

  /** The variable that {@code local function} gave it, through which it can call itself. */
  @Nullable Local self;

  List<Statement> block = List.of();

  /** How many nodes its tree has, those of functions within not counted. */
  int size;

  /** How deep the interpreter's tree is, in which rows of operators are flat; known with it. */
  int depth;

  /** The length of its longest row of operators. */
  int longestRow;

  /** What makes functions of it; known once its tree is built. */
  @Nullable Prototype prototype;

  FunctionBody(@Nullable FunctionBody parent, int line) {
    this.parent = parent;
    this.line = line;
    this.allLocals = parent == null ? new ArrayList<>() : parent.allLocals;
  }
}
