package io.jacinth.lua.compiler;

import java.util.List;

/**
 * Finds the variables that can only hold numbers: all that is ever given to them are numbers,
 * arithmetic on numbers, or other such variables. Supposes it of all and takes back what is
 * contradicted, until nothing is.
 */
final class Inference {
  /** Nobody looks deeper into an expression. */
  private static final int MOST_DEPTH = 64;

  private Inference() {}

  static void run(List<Local> locals) {
    for (Local local : locals) {
      local.isNumber = !local.hasUnknownSource && !local.sources.isEmpty() && !local.isCell();
    }
    boolean isContradicted = true;
    while (isContradicted) {
      isContradicted = false;
      for (Local local : locals) {
        if (local.isNumber && !local.sources.stream().allMatch(Inference::isNumber)) {
          local.isNumber = false;
          isContradicted = true;
        }
      }
    }
  }

  /** Whether an expression is a number whatever happens, and cannot fail. */
  static boolean isNumber(Expression expression) {
    return isNumber(expression, MOST_DEPTH);
  }

  private static boolean isNumber(Expression expression, int depth) {
    if (depth == 0) {
      return false;
    }
    return switch (expression) {
      case Expression.NumberConstant number -> true;
      case Expression.Variable variable -> variable.local().isNumber;
      case Expression.Single single -> isNumber(single.inner(), depth - 1);
      case Expression.Unary unary ->
          unary.operator() == Operator.MINUS && isNumber(unary.operand(), depth - 1);
      case Expression.Binary binary ->
          binary.operator().isArithmetic()
              && isNumber(binary.left(), depth - 1)
              && isNumber(binary.right(), depth - 1);
      default -> false;
    };
  }
}
