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
      case Expression.Binary binary
          when (binary.operator() == Operator.AND && isConstant(binary.left(), true))
              || (binary.operator() == Operator.OR && isConstant(binary.left(), false)) ->
          of(binary.right(), body);
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

  /** Whether it is known when compiling, and whether it is true, as asked. */
  private static boolean isConstant(Expression expression, boolean truth) {
    return switch (expression) {
      case Expression.Constant constant -> Boolean.TRUE.equals(constant.value()) == truth;
      case Expression.NumberConstant number -> truth;
      case Expression.Text text -> truth;
      case Expression.Single single -> isConstant(single.inner(), truth);
      default -> false;
    };
  }
}
