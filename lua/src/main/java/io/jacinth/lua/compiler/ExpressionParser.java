package io.jacinth.lua.compiler;

import io.jacinth.lua.LuaString;
import io.jacinth.lua.Nodes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions, by the priorities of {@link Operator}. */
final class ExpressionParser {
  private static final Expression NIL = new Expression.Constant(null);
  private static final Expression TRUE = new Expression.Constant(true);
  private static final Expression FALSE = new Expression.Constant(false);

  private final Parser parser;
  private final Lexer lexer;

  ExpressionParser(Parser parser) {
    this.parser = parser;
    this.lexer = parser.lexer;
  }

  /** Expressions with commas between them. */
  List<Expression> list() {
    List<Expression> all = new ArrayList<>();
    all.add(expression());
    while (parser.take(',')) {
      parser.noteLast(all);
      parser.scope.hold(1);
      all.add(expression());
    }
    parser.scope.free(all.size() - 1);
    return all;
  }

  Expression expression() {
    return expression(0);
  }

  private Expression expression(int limit) {
    parser.enter();
    Expression left = unary();
    Operator operator = binaryOperator();
    while (operator != null && operator.left > limit) {
      lexer.next();
      int held = isHeld(operator, left) ? 1 : 0;
      parser.scope.hold(held);
      Expression right = expression(operator.right);
      parser.scope.free(held);
      left = binary(operator, left, right, lexer.lastLine);
      operator = binaryOperator();
    }
    parser.leave();
    return left;
  }

  /** Whether C Lua holds the left value in a register of its own while it reads the right one. */
  private static boolean isHeld(Operator operator, Expression left) {
    return switch (operator) {
      case AND, OR -> false;
      case CONCAT -> true;
      default ->
          !(left instanceof Expression.Variable
              || left instanceof Expression.NumberConstant
              || left instanceof Expression.Text
              || left instanceof Expression.Constant);
    };
  }

  private Expression unary() {
    parser.count();
    Operator operator = unaryOperator();
    if (operator == null) {
      return simple();
    }
    lexer.next();
    Expression operand = expression(Operator.UNARY);
    Double value = constant(operand);
    if (operator == Operator.MINUS && value != null && !Double.isNaN(value)) {
      return new Expression.NumberConstant(-value);
    }
    return new Expression.Unary(operator, operand, lexer.lastLine);
  }

  private static Expression binary(Operator operator, Expression left, Expression right, int line) {
    if (operator != Operator.CONCAT) {
      Expression folded =
          isDecided(operator, left) ? oneValue(right) : folded(operator, left, right);
      return folded == null ? new Expression.Binary(operator, left, right, line) : folded;
    }
    List<Expression> operands = new ArrayList<>();
    operands.add(left);
    if (right instanceof Expression.Concat(List<Expression> others, int otherLine)) {
      operands.addAll(others);
    } else {
      operands.add(right);
    }
    return new Expression.Concat(operands, line);
  }

  /** Whether the left side is known to leave it to the right one. */
  private static boolean isDecided(Operator operator, Expression left) {
    return switch (unwrapped(left)) {
      case Expression.Constant constant ->
          Boolean.TRUE.equals(constant.value())
              ? operator == Operator.AND
              : operator == Operator.OR;
      case Expression.NumberConstant number -> operator == Operator.AND;
      case Expression.Text text -> operator == Operator.AND;
      default -> false;
    };
  }

  private static Expression oneValue(Expression expression) {
    return expression.isMulti() ? new Expression.Single(expression) : expression;
  }

  /** Without the parentheses that change nothing. */
  private static Expression unwrapped(Expression expression) {
    Expression inner = expression;
    while (inner instanceof Expression.Single single && !single.inner().isMulti()) {
      inner = single.inner();
    }
    return inner;
  }

  /** Arithmetic on two constants is done here, as C Lua does, unless it gives no number. */
  private static @Nullable Expression folded(Operator operator, Expression left, Expression right) {
    Double a = constant(left);
    Double b = constant(right);
    if (a == null || b == null || !operator.isArithmetic()) {
      return null;
    }
    boolean divides = operator == Operator.DIV || operator == Operator.MOD;
    double result = divides && b == 0 ? Double.NaN : compute(operator, a, b);
    return Double.isNaN(result) ? null : new Expression.NumberConstant(result);
  }

  private static double compute(Operator operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case MOD -> a - Math.floor(a / b) * b;
      default -> Math.pow(a, b);
    };
  }

  private static @Nullable Double constant(Expression expression) {
    return switch (expression) {
      case Expression.NumberConstant(double value) -> value;
      case Expression.Single(Expression inner) -> constant(inner);
      default -> null;
    };
  }

  private @Nullable Operator unaryOperator() {
    if (lexer.is(Token.NOT)) {
      return Operator.NOT;
    }
    if (lexer.is('-')) {
      return Operator.MINUS;
    }
    return lexer.is('#') ? Operator.LENGTH : null;
  }

  private @Nullable Operator binaryOperator() {
    return switch (lexer.token) {
      case CONCAT -> Operator.CONCAT;
      case NE -> Operator.NE;
      case EQ -> Operator.EQ;
      case LE -> Operator.LE;
      case GE -> Operator.GE;
      case AND -> Operator.AND;
      case OR -> Operator.OR;
      case CHARACTER ->
          switch (lexer.character) {
            case '+' -> Operator.ADD;
            case '-' -> Operator.SUB;
            case '*' -> Operator.MUL;
            case '/' -> Operator.DIV;
            case '%' -> Operator.MOD;
            case '^' -> Operator.POW;
            case '<' -> Operator.LT;
            case '>' -> Operator.GT;
            default -> null;
          };
      default -> null;
    };
  }

  private Expression simple() {
    Expression result;
    switch (lexer.token) {
      case NUMBER -> result = new Expression.NumberConstant(lexer.number);
      case STRING -> result = new Expression.Text(lexer.text);
      case NIL -> result = NIL;
      case TRUE -> result = TRUE;
      case FALSE -> result = FALSE;
      case DOTS -> result = dots();
      case FUNCTION -> {
        lexer.next();
        return parser.function(false, lexer.line, null);
      }
      default -> {
        return lexer.is('{') ? constructor() : suffixed();
      }
    }
    lexer.next();
    return result;
  }

  private Expression dots() {
    if (!parser.scope.body.isVararg) {
      throw lexer.error("cannot use '...' outside a vararg function");
    }
    parser.scope.body.usesDots = true;
    return new Expression.Dots();
  }

  /** A name, as a variable of here or of an enclosing function, or as a global. */
  Expression variable(LuaString name) {
    Local local = parser.scope.find(name);
    if (local == null) {
      return new Expression.Global(name, lexer.lastLine);
    }
    local.isUsed = true;
    return new Expression.Variable(local);
  }

  private Expression prefix() {
    if (lexer.is(Token.NAME)) {
      return variable(parser.name());
    }
    if (!lexer.is('(')) {
      throw lexer.error("unexpected symbol");
    }
    int line = lexer.line;
    lexer.next();
    Expression inner = expression();
    parser.expectClosing(')', "(", line);
    // Even without several values it can no longer be assigned to.
    return new Expression.Single(inner);
  }

  /** A name or an expression in parentheses, with fields, indexes and calls behind it. */
  Expression suffixed() {
    Expression result = prefix();
    while (true) {
      parser.count();
      if (lexer.is('.')) {
        lexer.next();
        LuaString name = parser.name();
        result = new Expression.Index(result, new Expression.Text(name), lexer.lastLine);
      } else if (lexer.is('[')) {
        result = new Expression.Index(result, bracketed(), lexer.lastLine);
      } else if (lexer.is(':')) {
        lexer.next();
        LuaString name = parser.name();
        int line = lexer.line;
        result = new Expression.MethodCall(result, name, arguments(2), line);
      } else if (lexer.is('(') || lexer.is(Token.STRING) || lexer.is('{')) {
        int line = lexer.line;
        result = new Expression.Call(result, arguments(1), line);
      } else {
        return result;
      }
    }
  }

  private Expression bracketed() {
    lexer.next();
    Expression key = unwrapped(expression());
    parser.expect(']');
    return key;
  }

  /** Notes that all of a list are held at once. */
  void holdAll(List<Expression> all) {
    boolean isOpen = !all.isEmpty() && all.get(all.size() - 1).isMulti();
    int held = isOpen ? all.size() - 1 : all.size();
    parser.scope.hold(held);
    parser.scope.free(held);
  }

  /** What is passed, with so many values before it. */
  private List<Expression> arguments(int before) {
    parser.scope.hold(before);
    List<Expression> all = arguments();
    parser.scope.free(before);
    return all;
  }

  private List<Expression> arguments() {
    if (lexer.is(Token.STRING)) {
      LuaString text = lexer.text;
      lexer.next();
      return List.of(new Expression.Text(text));
    }
    if (lexer.is('{')) {
      return List.of(constructor());
    }
    if (!lexer.is('(')) {
      throw lexer.error("function arguments expected");
    }
    int line = lexer.line;
    if (line != lexer.lastLine) {
      throw lexer.error("ambiguous syntax (function call x new statement)");
    }
    lexer.next();
    List<Expression> all = lexer.is(')') ? List.of() : list();
    parser.expectClosing(')', "(", line);
    parser.noteLast(all);
    holdAll(all);
    return all;
  }

  private Expression constructor() {
    int line = lexer.line;
    parser.expect('{');
    List<Expression.Item> items = new ArrayList<>();
    parser.scope.hold(1);
    int held = 0;
    while (!lexer.is('}')) {
      Expression.Item item = item();
      items.add(item);
      Expression value = item.value();
      int more = item.key() == null ? held == Nodes.Constructor.BATCH - 1 ? -held : 1 : 0;
      parser.scope.hold(more);
      held += more;
      boolean isLast = !parser.take(',') && !parser.take(';');
      parser.noteValue(value, item.key() == null ? lexer.lastLine : item.line());
      if (isLast) {
        break;
      }
    }
    parser.scope.free(held + 1);
    parser.expectClosing('}', "{", line);
    if (!items.isEmpty() && items.get(items.size() - 1).key() == null) {
      parser.noteValue(items.get(items.size() - 1).value(), lexer.lastLine);
    }
    return new Expression.Constructor(items, lexer.lastLine);
  }

  private Expression.Item item() {
    parser.count();
    if (lexer.is('[')) {
      Expression key = bracketed();
      parser.expect('=');
      return new Expression.Item(key, expression(), lexer.lastLine);
    }
    if (lexer.is(Token.NAME) && lexer.nextIs('=')) {
      Expression key = new Expression.Text(parser.name());
      lexer.next();
      return new Expression.Item(key, expression(), lexer.lastLine);
    }
    return new Expression.Item(null, expression(), lexer.lastLine);
  }
}
