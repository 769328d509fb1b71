package io.jacinth.lua.compiler;

import java.util.List;

/**
 * When a variable is read that a call may change meanwhile. C Lua leaves a function's own variables
 * in their registers: an operation that needs one beside other operands finds what it holds once
 * all of those are there. What belongs to a function around is copied at once, as are the arguments
 * of calls and all that is listed.
 */
final class Registers {
  private Registers() {}

  /** Whether an operand is read only after another one, and may have changed by then. */
  static boolean isReadLate(Expression operand, Expression other, FunctionBody body) {
    return isShared(operand, body) && mayCall(other);
  }

  /** Of an assignment's target, which of its parts are read when it is made. */
  record Target(boolean isObjectLate, boolean isKeyLate) {
    boolean isLate() {
      return isObjectLate || isKeyLate;
    }
  }

  /** The target of that number. What a later target assigns to is copied before, as C Lua does. */
  static Target target(Statement.Assignment assignment, int number, FunctionBody body) {
    if (!(assignment.targets().get(number) instanceof Expression.Index index)) {
      return new Target(false, false);
    }
    List<Expression> later = assignment.targets().subList(number + 1, assignment.targets().size());
    boolean calls = !later.isEmpty() || assignment.values().stream().anyMatch(Registers::mayCall);
    boolean isObjectLate =
        isShared(index.object(), body)
            && (calls || mayCall(index.key()))
            && !later.contains(unwrapped(index.object()));
    boolean isKeyLate =
        isShared(index.key(), body) && calls && !later.contains(unwrapped(index.key()));
    return new Target(isObjectLate, isKeyLate);
  }

  private static boolean isShared(Expression expression, FunctionBody body) {
    return unwrapped(expression) instanceof Expression.Variable(Local local)
        && local.isCell()
        && local.owner == body;
  }

  private static Expression unwrapped(Expression expression) {
    Expression inner = expression;
    while (inner instanceof Expression.Single single) {
      inner = single.inner();
    }
    return inner;
  }

  private static boolean mayCall(Expression expression) {
    return !(expression instanceof Expression.Constant
        || expression instanceof Expression.NumberConstant
        || expression instanceof Expression.Text
        || expression instanceof Expression.Function
        || expression instanceof Expression.Variable);
  }
}
