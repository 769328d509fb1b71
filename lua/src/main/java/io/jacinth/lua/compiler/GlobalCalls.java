package io.jacinth.lua.compiler;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects which functions a chunk without loops calls, each at most as often as the text has it:
 * globals and fields of globals, as {@code string.len}. There is no telling where it has a loop,
 * makes a function or calls what it finds elsewhere.
 */
final class GlobalCalls {
  private final Set<String> names = new HashSet<>();
  private boolean isTelling = true;

  private GlobalCalls() {}

  /** The names; null where there is no telling. */
  static @Nullable Set<String> of(FunctionBody chunk) {
    GlobalCalls calls = new GlobalCalls();
    calls.block(chunk.block);
    return calls.isTelling ? Set.copyOf(calls.names) : null;
  }

  private void block(List<Statement> statements) {
    statements.forEach(this::statement);
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.LocalDeclaration declaration -> all(declaration.values());
      case Statement.Assignment assignment -> {
        all(assignment.targets());
        all(assignment.values());
      }
      case Statement.CallStatement call -> expression(call.call());
      case Statement.Do scoped -> block(scoped.block());
      case Statement.If choice -> {
        for (Statement.Branch branch : choice.branches()) {
          expression(branch.condition());
          block(branch.block());
        }
        if (choice.otherwise() != null) {
          block(choice.otherwise());
        }
      }
      case Statement.Return result -> all(result.values());
      case Statement.Break end -> {}
      case Statement.LocalFunction function -> isTelling = false;
      case Statement.While loop -> isTelling = false;
      case Statement.Repeat loop -> isTelling = false;
      case Statement.NumericFor loop -> isTelling = false;
      case Statement.GenericFor loop -> isTelling = false;
    }
  }

  private void all(List<Expression> expressions) {
    expressions.forEach(this::expression);
  }

  private void expression(@Nullable Expression expression) {
    switch (expression) {
      case Expression.Call call -> call(call);
      case Expression.MethodCall call -> isTelling = false;
      case Expression.Function function -> isTelling = false;
      case Expression.Index index -> {
        expression(index.object());
        expression(index.key());
      }
      case Expression.Binary binary -> {
        expression(binary.left());
        expression(binary.right());
      }
      case Expression.Concat concat -> all(concat.operands());
      case Expression.Unary unary -> expression(unary.operand());
      case Expression.Single single -> expression(single.inner());
      case Expression.Constructor constructor -> {
        for (Expression.Item item : constructor.items()) {
          expression(item.key());
          expression(item.value());
        }
      }
      case Expression.Constant constant -> {}
      case Expression.NumberConstant number -> {}
      case Expression.Text text -> {}
      case Expression.Dots dots -> {}
      case Expression.Variable variable -> {}
      case Expression.Global global -> {}
      case null -> {}
    }
  }

  private void call(Expression.Call call) {
    all(call.arguments());
    switch (call.function()) {
      case Expression.Global global -> names.add(global.name().toString());
      case Expression.Index(Expression.Global table, Expression.Text field, int line) ->
          names.add(table.name() + "." + field.value());
      default -> isTelling = false;
    }
  }
}
