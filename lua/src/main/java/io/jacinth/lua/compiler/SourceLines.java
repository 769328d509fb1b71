package io.jacinth.lua.compiler;

import io.jacinth.lua.LuaString;
import io.jacinth.lua.Node;
import io.jacinth.lua.Site;
import io.jacinth.lua.Step;
import io.jacinth.lua.Steps;
import io.jacinth.lua.Watched;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text that is compiled for a debugger, as C Lua's line hook has them: the parser
 * notes where something begins or ends and which variables are visible there, the builder of trees
 * asks for steps that tell of it. There is none for texts that nobody debugs.
 */
final class SourceLines {
  /** What of a statement, a branch or a function is on a line. */
  enum Part {
    START,
    END,
    /** Where a loop goes on. */
    AGAIN
  }

  private record Point(int line, List<Local> visible) {}

  private final Map<Object, Point>[] points = maps();

  /** The variables of loops that have no name in the text. */
  private final Map<Object, List<Local>> hidden = new IdentityHashMap<>();

  private @Nullable Statement building;

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map<Object, Point>[] maps() {
    Map[] maps = new Map[Part.values().length];
    for (int i = 0; i < maps.length; i++) {
      maps[i] = new IdentityHashMap<>();
    }
    return maps;
  }

  // ---- for the parser

  void note(Object of, Part part, int line, List<Local> visible) {
    points[part.ordinal()].put(of, new Point(line, List.copyOf(visible)));
  }

  /**
   * Notes a statement. C Lua has no code for variables that are nil where a function begins or
   * behind others, and makes a function where that ends.
   *
   * @param isFirst whether it is the function's first
   * @param row the statements up to it
   */
  void noteStatement(
      Statement statement, int line, List<Local> visible, boolean isFirst, List<Statement> row) {
    boolean isBehindNil = row.size() > 1 && isNil(row.get(row.size() - 2));
    if (isNil(statement) && (isFirst || isBehindNil)) {
      return;
    }
    FunctionBody made = made(statement);
    Point end = made == null ? null : points[Part.END.ordinal()].get(made);
    note(statement, Part.START, end == null ? line : end.line, visible);
    if (end != null && statement instanceof Statement.Assignment assignment) {
      note(statement, Part.AGAIN, assignment.line(), visible);
    }
  }

  private static boolean isNil(Statement statement) {
    return statement instanceof Statement.LocalDeclaration declaration
        && declaration.values().stream()
            .allMatch(value -> value instanceof Expression.Constant(var it) && it == null);
  }

  /** The function that a statement makes before anything else. */
  private static @Nullable FunctionBody made(Statement statement) {
    Expression first =
        switch (statement) {
          case Statement.LocalFunction function -> function.function();
          case Statement.LocalDeclaration declaration when !declaration.values().isEmpty() ->
              declaration.values().get(0);
          case Statement.Return result when !result.values().isEmpty() -> result.values().get(0);
          case Statement.Assignment assignment
              when !(assignment.targets().get(0) instanceof Expression.Index) ->
              assignment.values().get(0);
          default -> null;
        };
    return first instanceof Expression.Function(FunctionBody body) ? body : null;
  }

  void hide(Object loop, List<Local> locals) {
    hidden.put(loop, locals);
  }

  // ---- for the builder

  /** The statement that is being built; answers the one before, to be given back. */
  @Nullable Statement enter(@Nullable Statement statement) {
    Statement before = building;
    building = statement;
    return before;
  }

  /** A value on the line where it is put in its place, where the parser has noted one. */
  Node value(Expression expression, Node node) {
    Point point = points[Part.START.ordinal()].get(expression);
    return switch (expression) {
      case Expression.Global global -> new Watched.Line(node, here(global.line()), false);
      case Expression.Call call -> node;
      case Expression.MethodCall call -> node;
      case Expression.Constructor constructor -> node;
      case Expression.Binary binary -> node;
      case Expression.Function(FunctionBody body) -> {
        Point end = points[Part.END.ordinal()].get(body);
        yield end == null ? node : new Watched.Line(node, here(end.line), false);
      }
      case Expression.Index index when point != null ->
          new Watched.Line(node, here(point.line), true);
      default -> point == null ? node : new Watched.Line(node, here(point.line), false);
    };
  }

  /** What is evaluated last before a call, whose own line comes behind. */
  Node beforeCall(Node last, int line) {
    return new Watched.Line(last, here(line), true);
  }

  /** A line of the statement that is being built. */
  private Watched.Place here(int line) {
    Point point = building == null ? null : points[Part.START.ordinal()].get(building);
    return place(new Point(line, point == null ? List.of() : point.visible));
  }

  /** Tells of a statement's line before it runs, unless C Lua has no code for it. */
  Step begin(Statement statement, Step step) {
    return switch (statement) {
      case Statement.Do block -> step;
      case Statement.Repeat loop -> step;
      case Statement.While loop -> step;
      case Statement.Assignment assignment ->
          at(assignment, Part.START, at(assignment, Part.AGAIN, step));
      default -> at(statement, Part.START, step);
    };
  }

  /** The block of a statement, a branch or a function, behind which comes the line of an end. */
  Step end(Object of, Step block) {
    return new Steps.Block(new Step[] {block, at(of, Part.END, null)});
  }

  /** The block of a loop that is controlled at its beginning. */
  Step looping(Object loop, Step block) {
    return new Steps.Block(new Step[] {end(loop, block), new Watched.JumpBack()});
  }

  /** The block of {@code for}, in which a round begins by a jump back. */
  Step round(Object loop, Local first, Step block) {
    List<Local> locals = hidden.getOrDefault(loop, List.of());
    int target = locals.get(loop instanceof Statement.NumericFor ? 0 : 2).number;
    return new Steps.Block(
        new Step[] {
          new Watched.Copy(first.number, target),
          new Watched.JumpBack(),
          block,
          at(loop, Part.AGAIN, null)
        });
  }

  /** A value that {@code for} begins with. */
  Node kept(Object loop, int number, Node value, boolean isOpen) {
    List<Local> locals = hidden.getOrDefault(loop, List.of());
    if (number >= locals.size()) {
      return value;
    }
    int last = isOpen ? locals.size() : number + 1;
    int[] slots = locals.subList(number, last).stream().mapToInt(local -> local.number).toArray();
    return new Watched.Kept(value, slots);
  }

  /** A condition, on the line where it begins. */
  Node condition(Object of, Part part, Expression condition, Node node) {
    return isAlwaysTrue(condition) ? node : new Watched.Line(node, place(of, part), false);
  }

  Node until(Object loop, Node node) {
    return new Watched.Until(node, place(loop, Part.AGAIN));
  }

  private static boolean isAlwaysTrue(Expression condition) {
    return switch (condition) {
      case Expression.Constant constant -> Boolean.TRUE.equals(constant.value());
      case Expression.NumberConstant number -> true;
      case Expression.Text text -> true;
      default -> false;
    };
  }

  private Step at(Object of, Part part, @Nullable Step step) {
    Point point = points[part.ordinal()].get(of);
    if (point == null) {
      return step == null ? new Steps.Block(new Step[0]) : step;
    }
    return new Watched.At(place(point), step);
  }

  private Watched.Place place(Object of, Part part) {
    Point point = points[part.ordinal()].get(of);
    return place(point == null ? new Point(0, List.of()) : point);
  }

  private static Watched.Place place(Point point) {
    return new Watched.Place(
        new Site(point.line, false, null, List.of()),
        point.visible.stream().map(local -> local.name).toArray(LuaString[]::new),
        point.visible.stream().mapToInt(local -> local.number).toArray());
  }
}
