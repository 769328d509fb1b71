package io.jacinth.lua.compiler;

/** Operators with their priorities to the left and to the right, as lparser has them. */
enum Operator {
  ADD("add", 6, 6),
  SUB("sub", 6, 6),
  MUL("mul", 7, 7),
  DIV("div", 7, 7),
  MOD("mod", 7, 7),
  POW("pow", 10, 9),
  CONCAT("concat", 5, 4),
  NE("ne", 3, 3),
  EQ("eq", 3, 3),
  LT("lt", 3, 3),
  LE("le", 3, 3),
  GT("gt", 3, 3),
  GE("ge", 3, 3),
  AND("and", 2, 2),
  OR("or", 1, 1),
  NOT("not", 0, 0),
  MINUS("unm", 0, 0),
  LENGTH("len", 0, 0);

  /** The priority of unary operators. */
  static final int UNARY = 8;

  final String method;
  final int left;
  final int right;

  Operator(String method, int left, int right) {
    this.method = method;
    this.left = left;
    this.right = right;
  }

  boolean isArithmetic() {
    return ordinal() <= POW.ordinal();
  }

  boolean isComparison() {
    return ordinal() >= NE.ordinal() && ordinal() <= GE.ordinal();
  }
}
