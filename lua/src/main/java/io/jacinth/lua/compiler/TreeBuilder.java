package io.jacinth.lua.compiler;

import io.jacinth.lua.LuaString;
import io.jacinth.lua.Node;
import io.jacinth.lua.Nodes;
import io.jacinth.lua.NotANumber;
import io.jacinth.lua.Prototype;
import io.jacinth.lua.Site;
import io.jacinth.lua.Step;
import io.jacinth.lua.Steps;
import io.jacinth.lua.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a function's tree for the interpreter, and its prototype. It does for trees what the
 * generators do for compiled code, statement by statement.
 */
final class TreeBuilder {
  /** From here on a row of operators is a chain. */
  private static final int LONG = 8;

  /** Estimates of the stack that a call needs, from above: per call, per level of the tree. */
  private static final int CALL_BYTES = 768;

  private static final int LEVEL_BYTES = 224;

  /** Beyond these a function is not compiled: the generators recurse, and the JIT has a limit. */
  private static final int MOST_DEPTH = 200;

  private static final int MOST_SIZE = 2000;

  private final FunctionBody body;
  private final LuaString chunkName;
  private final Zeros zeros = new Zeros();

  /** Equal ones are one. */
  private final Map<Site, Site> sites = new HashMap<>();

  private int depth;

  /** The lines that a debugger is told of; null: nobody is. */
  private final @Nullable SourceLines lines;

  private TreeBuilder(FunctionBody body, LuaString chunkName, @Nullable SourceLines lines) {
    this.body = body;
    this.chunkName = chunkName;
    this.lines = lines;
  }

  /** The prototype of a function, and of all within it. */
  static Prototype prototype(FunctionBody body, LuaString chunkName, @Nullable SourceLines lines) {
    Tree tree = new TreeBuilder(body, chunkName, lines).build();
    boolean isCompilable =
        lines == null && body.depth + body.longestRow <= MOST_DEPTH && body.size <= MOST_SIZE;
    Prototype prototype =
        new Prototype(
            tree, isCompilable ? () -> new FunctionGenerator(body, chunkName).generate() : null);
    body.prototype = prototype;
    if (!isCompilable) {
      body.block = List.of();
    }
    return prototype;
  }

  private Tree build() {
    Step block = block(body.block);
    if (lines != null) {
      block = lines.end(body, block);
    }
    int argSlot = body.argTable != null && body.argTable.isUsed ? body.argTable.number : -1;
    // With "..." in use, the variable "arg" is nil.
    int filledArgSlot = body.usesDots ? -1 : argSlot;
    return new Tree(
        block,
        body.locals.size() + (lines == null ? 0 : 1),
        body.parameters.size(),
        cells(argSlot),
        body.usesDots || argSlot >= 0,
        filledArgSlot,
        new Site(body.line, false, null, List.of()),
        CALL_BYTES + LEVEL_BYTES * body.depth,
        chunkName);
  }

  private int[] cells(int argSlot) {
    List<Integer> cells = new ArrayList<>();
    for (Local parameter : body.parameters) {
      if (parameter.isCell()) {
        cells.add(parameter.number);
      }
    }
    if (body.argTable != null && argSlot >= 0 && body.argTable.isCell()) {
      cells.add(argSlot);
    }
    return cells.stream().mapToInt(Integer::intValue).toArray();
  }

  // ---- statements

  private Step block(List<Statement> statements) {
    descend();
    Step[] steps = statements.stream().map(this::statement).toArray(Step[]::new);
    depth--;
    return steps.length == 1 ? steps[0] : new Steps.Block(steps);
  }

  private void descend() {
    depth++;
    body.depth = Math.max(body.depth, depth);
  }

  private Step statement(Statement statement) {
    if (lines == null) {
      return plain(statement);
    }
    Statement outer = lines.enter(statement);
    Step step = lines.begin(statement, plain(statement));
    Statement unused = lines.enter(outer);
    return step;
  }

  private Step plain(Statement statement) {
    return switch (statement) {
      case Statement.LocalDeclaration declaration -> declaration(declaration);
      case Statement.LocalFunction function ->
          new Steps.DeclareFunction(
              function.local().number, function.local().isCell(), node(function.function()));
      case Statement.Assignment assignment -> assignment(assignment);
      case Statement.CallStatement call -> new Steps.Calling(node(call.call()));
      case Statement.Do scoped -> block(scoped.block());
      case Statement.While loop -> whileLoop(loop);
      case Statement.Repeat loop -> {
        Step block = block(loop.block());
        Node condition = node(loop.condition());
        yield new Steps.Repeat(block, lines == null ? condition : lines.until(loop, condition));
      }
      case Statement.If choice -> choice(choice);
      case Statement.NumericFor loop -> numericFor(loop);
      case Statement.GenericFor loop -> genericFor(loop);
      case Statement.Return result -> result(result.values());
      case Statement.Break end -> new Steps.Break();
    };
  }

  private Step declaration(Statement.LocalDeclaration declaration) {
    List<Local> locals = declaration.locals();
    List<Expression> values = declaration.values();
    if (locals.size() == 1 && values.size() <= 1) {
      Local local = locals.get(0);
      Node value = values.isEmpty() ? new Nodes.Constant(null) : node(values.get(0));
      return new Steps.Declare(local.number, local.isCell(), value);
    }
    return new Steps.DeclareSeveral(
        numbers(locals), areCells(locals), nodes(values), isOpen(values));
  }

  private static int[] numbers(List<Local> locals) {
    return locals.stream().mapToInt(local -> local.number).toArray();
  }

  private static boolean[] areCells(List<Local> locals) {
    boolean[] cells = new boolean[locals.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = locals.get(i).isCell();
    }
    return cells;
  }

  private Step assignment(Statement.Assignment assignment) {
    List<Expression> values = assignment.values();
    Steps.Target[] targets = new Steps.Target[assignment.targets().size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = target(assignment, i);
    }
    return targets.length == 1 && values.size() == 1
        ? new Steps.Assign(targets[0], node(values.get(0)))
        : new Steps.AssignSeveral(targets, nodes(values), isOpen(values));
  }

  private Steps.Target target(Statement.Assignment assignment, int number) {
    int line = assignment.line();
    return switch (assignment.targets().get(number)) {
      case Expression.Variable(Local local) when local.owner != body ->
          new Steps.CapturedTarget(body.captures.indexOf(local));
      case Expression.Variable(Local local) when local.isCell() ->
          new Steps.OwnCellTarget(local.number);
      case Expression.Variable(Local local) -> new Steps.OwnTarget(local.number);
      case Expression.Global global -> new Steps.GlobalTarget(global.name(), site(line));
      case Expression.Index index ->
          target(index, Registers.target(assignment, number, body), site(line, index.object()));
      default -> throw new IllegalStateException("Not assignable");
    };
  }

  private Steps.Target target(Expression.Index index, Registers.Target read, Site site) {
    Node object = node(index.object());
    Node key = node(index.key());
    return read.isLate()
        ? new Steps.LateIndexTarget(object, read.isObjectLate(), key, read.isKeyLate(), site)
        : new Steps.IndexTarget(object, key, site);
  }

  private Step whileLoop(Statement.While loop) {
    Node condition = node(loop.condition());
    Step block = block(loop.block());
    return lines == null
        ? new Steps.While(condition, block)
        : new Steps.While(
            lines.condition(loop, SourceLines.Part.AGAIN, loop.condition(), condition),
            lines.looping(loop, block));
  }

  private Step choice(Statement.If choice) {
    int count = choice.branches().size();
    Node[] conditions = new Node[count];
    Step[] blocks = new Step[count];
    for (int i = 0; i < count; i++) {
      Statement.Branch branch = choice.branches().get(i);
      conditions[i] = node(branch.condition());
      blocks[i] = block(branch.block());
      if (lines != null) {
        conditions[i] =
            lines.condition(branch, SourceLines.Part.START, branch.condition(), conditions[i]);
        blocks[i] = lines.end(branch, blocks[i]);
      }
    }
    return new Steps.If(
        conditions, blocks, choice.otherwise() == null ? null : block(choice.otherwise()));
  }

  private Step numericFor(Statement.NumericFor loop) {
    Expression step = loop.step() == null ? new Expression.NumberConstant(1) : loop.step();
    Node first = node(loop.first());
    Node last = node(loop.last());
    Node by = node(step);
    Step block = block(loop.block());
    if (lines != null) {
      first = lines.kept(loop, 0, first, false);
      last = lines.kept(loop, 1, last, false);
      by = lines.kept(loop, 2, by, false);
      block = lines.round(loop, loop.local(), block);
    }
    return new Steps.NumericFor(
        loop.local().number,
        loop.local().isCell(),
        first,
        last,
        by,
        StatementGenerator.isInteger(loop.first()) && StatementGenerator.isInteger(step),
        block,
        site(loop.line()));
  }

  private Step genericFor(Statement.GenericFor loop) {
    Node[] values = nodes(loop.values());
    Step block = block(loop.block());
    if (lines != null) {
      for (int i = 0; i < values.length; i++) {
        values[i] = lines.kept(loop, i, values[i], loop.values().get(i).isMulti());
      }
      block = lines.round(loop, loop.locals().get(0), block);
    }
    return new Steps.GenericFor(
        numbers(loop.locals()),
        areCells(loop.locals()),
        values,
        isOpen(loop.values()),
        block,
        new Site(loop.line(), false, StatementGenerator.ITERATOR, List.of()));
  }

  private Step result(List<Expression> values) {
    if (values.size() != 1) {
      return new Steps.Return(nodes(values), isOpen(values));
    }
    Expression value = values.get(0);
    return switch (value) {
      case Expression.Call call -> new Steps.ReturnCall(call(call, true));
      case Expression.MethodCall call -> new Steps.ReturnCall(methodCall(call, true));
      default -> new Steps.ReturnOne(node(value));
    };
  }

  // ---- expressions

  private static boolean isOpen(List<Expression> expressions) {
    return !expressions.isEmpty() && expressions.get(expressions.size() - 1).isMulti();
  }

  private Node[] nodes(List<Expression> expressions) {
    return expressions.stream().map(this::node).toArray(Node[]::new);
  }

  private Node node(Expression expression) {
    descend();
    Node node =
        switch (expression) {
          case Expression.Constant constant -> new Nodes.Constant(constant.value());
          case Expression.NumberConstant(double value) ->
              new Nodes.Constant((Object) zeros.of(value));
          case Expression.Text(LuaString value) -> new Nodes.Constant(value);
          case Expression.Dots dots -> new Nodes.Dots();
          case Expression.Function(FunctionBody inner) -> function(inner);
          case Expression.Variable(Local local) -> variable(local);
          case Expression.Global global -> new Nodes.Global(global.name(), site(global.line()));
          case Expression.Index index -> index(index);
          case Expression.Call call -> call(call, false);
          case Expression.MethodCall call -> methodCall(call, false);
          case Expression.Binary binary -> binary(binary);
          case Expression.Concat(List<Expression> operands, int line) ->
              new Nodes.Concat(nodes(operands), site(line, operands.toArray(Expression[]::new)));
          case Expression.Unary unary -> unary(unary);
          case Expression.Single(Expression inner) ->
              inner.isMulti() ? new Nodes.Single(node(inner)) : node(inner);
          case Expression.Constructor constructor -> constructor(constructor);
        };
    depth--;
    return lines == null ? node : lines.value(expression, node);
  }

  /** Arguments, behind whose last one the line of their call comes. */
  private Node[] arguments(List<Expression> arguments, int line) {
    Node[] nodes = nodes(arguments);
    if (lines != null && nodes.length > 0) {
      nodes[nodes.length - 1] = lines.beforeCall(nodes[nodes.length - 1], line);
    }
    return nodes;
  }

  private Node function(FunctionBody inner) {
    int[] sources = new int[inner.captures.size()];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = source(inner.captures.get(i), inner);
    }
    return new Nodes.Function(prototype(inner, chunkName, lines), sources);
  }

  private int source(Local local, FunctionBody inner) {
    if (local == inner.self && !local.isCell()) {
      return Nodes.Function.NONE;
    }
    if (local.owner == body) {
      return local.number;
    }
    return local == body.self && !local.isCell()
        ? Nodes.Function.SELF
        : Nodes.Function.captured(body.captures.indexOf(local));
  }

  private Node variable(Local local) {
    if (local.owner == body) {
      return local.isCell() ? new Nodes.OwnCell(local.number) : new Nodes.Own(local.number);
    }
    if (local.isCell()) {
      return new Nodes.CapturedCell(body.captures.indexOf(local));
    }
    return local == body.self ? new Nodes.Self() : new Nodes.Captured(body.captures.indexOf(local));
  }

  private Node index(Expression.Index index) {
    Node object = node(index.object());
    Site site = site(index.line(), index.object());
    if (index.key() instanceof Expression.Text(LuaString name)) {
      return new Nodes.Field(object, name, site);
    }
    Node key = node(index.key());
    return Registers.isReadLate(index.object(), index.key(), body)
        ? new Nodes.LateIndex(object, key, site)
        : new Nodes.Index(object, key, site);
  }

  private Node call(Expression.Call call, boolean isTail) {
    Node function = node(call.function());
    Site site =
        shared(new Site(call.line(), isTail, Names.orNull(call.function(), body), List.of()));
    return new Nodes.Call(
        function, arguments(call.arguments(), call.line()), isOpen(call.arguments()), site);
  }

  private Node methodCall(Expression.MethodCall call, boolean isTail) {
    Node object = node(call.object());
    Site index = site(call.line(), call.object());
    Site.Name name = new Site.Name("method", call.name());
    return new Nodes.MethodCall(
        object,
        call.name(),
        index,
        arguments(call.arguments(), call.line()),
        isOpen(call.arguments()),
        shared(new Site(call.line(), isTail, name, List.of())));
  }

  private Node unary(Expression.Unary unary) {
    Node operand = node(unary.operand());
    Site site = site(unary.line(), unary.operand(), unary.operand());
    return switch (unary.operator()) {
      case NOT -> new Nodes.Not(operand);
      case MINUS -> new Nodes.Minus(operand, site);
      default -> new Nodes.Length(operand, site);
    };
  }

  // ---- binary operators

  private Node binary(Expression.Binary binary) {
    if (binary.operator() == Operator.AND || binary.operator() == Operator.OR) {
      return either(binary);
    }
    List<Expression.Binary> row = row(binary);
    body.longestRow = Math.max(body.longestRow, row.size());
    if (row.size() >= LONG) {
      return chain(row);
    }
    return operation(binary);
  }

  /** The operations down the left side, the innermost first. */
  private static List<Expression.Binary> row(Expression.Binary outermost) {
    List<Expression.Binary> row = new ArrayList<>();
    Expression left = outermost;
    while (left instanceof Expression.Binary binary
        && binary.operator() != Operator.AND
        && binary.operator() != Operator.OR) {
      row.add(binary);
      left = binary.left();
    }
    return row.reversed();
  }

  private Node chain(List<Expression.Binary> row) {
    // The first two operands have rules of their own.
    Node first = operation(row.get(0));
    Nodes.Link[] links = new Nodes.Link[row.size() - 1];
    for (int i = 0; i < links.length; i++) {
      Expression.Binary binary = row.get(i + 1);
      links[i] = new Nodes.Link(asOperation(binary.operator()), node(binary.right()), site(binary));
    }
    return new Nodes.Chain(first, links);
  }

  private static Nodes.Operation asOperation(Operator operator) {
    if (operator.isArithmetic()) {
      return Nodes.arithmetic(operator.method);
    }
    Nodes.Test test = Nodes.comparison(operator.method);
    return (lua, a, b) -> test.apply(lua, a, b);
  }

  private Site site(Expression.Binary binary) {
    return binary.operator().isArithmetic()
        ? site(binary.line(), binary.left(), binary.right())
        : site(binary.line());
  }

  private Site site(int line, Expression... operands) {
    return shared(Names.site(body, line, operands));
  }

  private Site shared(Site site) {
    Site known = sites.putIfAbsent(site, site);
    return known == null ? site : known;
  }

  private Node operation(Expression.Binary binary) {
    if (ExpressionGenerator.isNanConstant(binary)) {
      return new Nodes.Constant(NotANumber.NEGATIVE);
    }
    boolean isLate = Registers.isReadLate(binary.left(), binary.right(), body);
    Node left = node(binary.left());
    Node right = node(binary.right());
    return binary.operator().isArithmetic()
        ? new Nodes.Binary(
            Nodes.arithmetic(binary.operator().method), left, right, isLate, site(binary))
        : new Nodes.Comparing(
            Nodes.comparison(binary.operator().method), left, right, isLate, site(binary));
  }

  private Node either(Expression.Binary outermost) {
    List<Expression> operands = new ArrayList<>();
    Expression left = outermost;
    while (left instanceof Expression.Binary binary && binary.operator() == outermost.operator()) {
      operands.add(binary.right());
      left = binary.left();
    }
    operands.add(left);
    body.longestRow = Math.max(body.longestRow, operands.size());
    return new Nodes.Either(nodes(operands.reversed()), outermost.operator() == Operator.OR);
  }

  // ---- constructors

  private Node constructor(Expression.Constructor constructor) {
    List<Expression.Item> items = constructor.items();
    Nodes.Item[] made = new Nodes.Item[items.size()];
    int keyed = 0;
    for (int i = 0; i < made.length; i++) {
      Expression.Item item = items.get(i);
      Expression at = item.key();
      Node key = at == null ? null : node(at);
      boolean isLate = at != null && Registers.isReadLate(at, item.value(), body);
      made[i] = new Nodes.Item(key, node(item.value()), isLate, site(item.line()));
      keyed += key == null ? 0 : 1;
    }
    boolean isOpen = !items.isEmpty() && ExpressionGenerator.isOpen(items.get(made.length - 1));
    int positional = made.length - keyed - (isOpen ? 1 : 0);
    return new Nodes.Constructor(
        ExpressionGenerator.rounded(positional),
        ExpressionGenerator.rounded(keyed),
        positional,
        made,
        isOpen);
  }

  /**
   * Of 0 and -0, which C Lua takes for the same constant of a function, the one that came first.
   */
  static final class Zeros {
    private @Nullable Double zero;

    double of(double number) {
      if (number != 0) {
        return number;
      }
      if (zero == null) {
        zero = number;
      }
      return zero;
    }
  }
}
