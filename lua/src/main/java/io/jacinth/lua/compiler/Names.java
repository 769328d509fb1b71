package io.jacinth.lua.compiler;

import io.jacinth.lua.LuaString;
import io.jacinth.lua.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names that C Lua finds for values by looking at how they got where they are. */
final class Names {
  private static final LuaString UNKNOWN = LuaString.constant("?");

  private Names() {}

  static Site.Name of(Expression expression, FunctionBody body) {
    return switch (expression) {
      case Expression.Variable(Local local) ->
          new Site.Name(local.owner == body ? "local" : "upvalue", local.name);
      case Expression.Global global -> new Site.Name("global", global.name());
      case Expression.Index index ->
          new Site.Name("field", index.key() instanceof Expression.Text(LuaString t) ? t : UNKNOWN);
      case Expression.Single single when !single.inner().isMulti() -> of(single.inner(), body);
      case Expression.Binary binary when binary.operator() == Operator.AND ->
          jump(binary.left(), true) == Jump.IF_FALSE ? Site.Name.NONE : of(binary.right(), body);
      case Expression.Binary binary when binary.operator() == Operator.OR ->
          jump(binary.left(), false) == Jump.IF_TRUE ? Site.Name.NONE : of(binary.right(), body);
      default -> Site.Name.NONE;
    };
  }

  /** As {@link #of}, null where there is none. */
  static Site.@Nullable Name orNull(Expression expression, FunctionBody body) {
    Site.Name name = of(expression, body);
    return name.equals(Site.Name.NONE) ? null : name;
  }

  /** The site of an operation on these operands. */
  static Site site(FunctionBody body, int line, Expression... operands) {
    return new Site(
        line, false, null, List.of(operands).stream().map(operand -> of(operand, body)).toList());
  }

  /** Where the first jump in the code of a condition goes. */
  private enum Jump {
    IF_TRUE,
    IF_FALSE,
    NONE
  }

  /**
   * C Lua follows its code from the beginning and takes every jump forward, so of {@code a and b}
   * it sees what the first jump leads to. The condition goes on where it is true, or false.
   */
  private static Jump jump(Expression condition, boolean goesOnIfTrue) {
    return switch (condition) {
      case Expression.Single single when !single.inner().isMulti() ->
          jump(single.inner(), goesOnIfTrue);
      case Expression.Constant constant ->
          constant(Boolean.TRUE.equals(constant.value()), goesOnIfTrue);
      case Expression.NumberConstant number -> constant(true, goesOnIfTrue);
      case Expression.Text text -> constant(true, goesOnIfTrue);
      case Expression.Unary unary when unary.operator() == Operator.NOT ->
          switch (jump(unary.operand(), !goesOnIfTrue)) {
            case IF_TRUE -> Jump.IF_FALSE;
            case IF_FALSE -> Jump.IF_TRUE;
            case NONE -> Jump.NONE;
          };
      case Expression.Binary binary when binary.operator() == Operator.AND ->
          jump(binary.left(), true) == Jump.IF_FALSE
              ? Jump.IF_FALSE
              : jump(binary.right(), goesOnIfTrue);
      case Expression.Binary binary when binary.operator() == Operator.OR ->
          jump(binary.left(), false) == Jump.IF_TRUE
              ? Jump.IF_TRUE
              : jump(binary.right(), goesOnIfTrue);
      default -> goesOnIfTrue ? Jump.IF_FALSE : Jump.IF_TRUE;
    };
  }

  private static Jump constant(boolean truth, boolean goesOnIfTrue) {
    if (truth == goesOnIfTrue) {
      return Jump.NONE;
    }
    return goesOnIfTrue ? Jump.IF_FALSE : Jump.IF_TRUE;
  }
}
