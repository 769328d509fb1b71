package io.jacinth.lua.compiler;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement. */
sealed interface Statement {
  record LocalDeclaration(List<Local> locals, List<Expression> values) implements Statement {}

  record LocalFunction(Local local, Expression.Function function) implements Statement {}

  record Assignment(List<Expression> targets, List<Expression> values, int line)
      implements Statement {}

  /** A call whose results are dropped. */
  record CallStatement(Expression call) implements Statement {}

  record Do(List<Statement> block) implements Statement {}

  record While(Expression condition, List<Statement> block) implements Statement {}

  record Repeat(List<Statement> block, Expression condition) implements Statement {}

  record If(List<Branch> branches, @Nullable List<Statement> otherwise) implements Statement {}

  /** A condition and what is done where it holds. */
  record Branch(Expression condition, List<Statement> block) {}

  record NumericFor(
      Local local,
      Expression first,
      Expression last,
      @Nullable Expression step,
      List<Statement> block,
      int line)
      implements Statement {}

  record GenericFor(List<Local> locals, List<Expression> values, List<Statement> block, int line)
      implements Statement {}

  record Return(List<Expression> values) implements Statement {}

  record Break() implements Statement {}
}
