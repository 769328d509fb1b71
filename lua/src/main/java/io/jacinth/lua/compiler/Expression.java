package io.jacinth.lua.compiler;

import io.jacinth.lua.LuaString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression. Lines are those that C Lua would name if it failed. */
sealed interface Expression {
  /** Nil, true or false. */
  record Constant(@Nullable Boolean value) implements Expression {}

  record NumberConstant(double value) implements Expression {}

  record Text(LuaString value) implements Expression {}

  /** {@code ...}. */
  record Dots() implements Expression {}

  record Function(FunctionBody body) implements Expression {}

  /** A local variable of the function or of one around it. */
  record Variable(Local local) implements Expression {}

  record Global(LuaString name, int line) implements Expression {}

  record Index(Expression object, Expression key, int line) implements Expression {}

  record Call(Expression function, List<Expression> arguments, int line) implements Expression {}

  /** {@code object:name(arguments)}. */
  record MethodCall(Expression object, LuaString name, List<Expression> arguments, int line)
      implements Expression {}

  record Binary(Operator operator, Expression left, Expression right, int line)
      implements Expression {}

  /** {@code a .. b .. c}: all operands of a chain. */
  record Concat(List<Expression> operands, int line) implements Expression {}

  record Unary(Operator operator, Expression operand, int line) implements Expression {}

  /** An expression in parentheses that may have several values: cut to one. */
  record Single(Expression inner) implements Expression {}

  /** {@code {…}}: items with a key, and those without in order. */
  record Constructor(List<Item> items, int line) implements Expression {}

  /** A field of a constructor; without a key the next of the array. */
  record Item(@Nullable Expression key, Expression value, int line) {}

  /** Whether it may have none or several values. */
  default boolean isMulti() {
    return this instanceof Call || this instanceof MethodCall || this instanceof Dots;
  }
}
