package io.jacinth.lua.compiler;

import java.util.List;

/**
 * Finds the variables that can only hold numbers: all that is ever given to them are numbers,
 * arithmetic on numbers, or other such variables. Supposes it of all and takes back what is
 * contradicted, until nothing is.
 */
final class Inference {
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
    return switch (expression) {
      case Expression.NumberConstant number -> true;
      case Expression.Variable variable -> variable.local().isNumber;
      case Expression.Single single -> isNumber(single.inner());
      case Expression.Unary unary ->
          unary.operator() == Operator.MINUS && isNumber(unary.operand());
      case Expression.Binary binary ->
          binary.operator().isArithmetic() && isNumber(binary.left()) && isNumber(binary.right());
      default -> false;
    };
  }
}
