package io.jacinth.lua.compiler;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import io.jacinth.lua.LuaString;
import io.jacinth.lua.Site;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes statements. Loops have their condition at the end, and a check for a stop in each round.
 */
final class StatementGenerator {
  static final Site.Name ITERATOR = new Site.Name("local", LuaString.constant("(for generator)"));

  private final Emitter emitter;
  private final CodeBuilder code;
  private final ExpressionGenerator expressions;
  private @Nullable Label breakTarget;

  StatementGenerator(Emitter emitter) {
    this.emitter = emitter;
    this.code = emitter.code;
    this.expressions = new ExpressionGenerator(emitter);
  }

  void block(List<Statement> statements) {
    int mark = emitter.mark();
    statements.forEach(this::statement);
    emitter.release(mark);
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.LocalDeclaration declaration -> declaration(declaration);
      case Statement.LocalFunction function -> localFunction(function);
      case Statement.Assignment assignment -> assignment(assignment);
      case Statement.CallStatement call -> {
        expressions.pushAll(call.call());
        code.pop();
      }
      case Statement.Do scoped -> block(scoped.block());
      case Statement.While loop -> whileLoop(loop);
      case Statement.Repeat loop -> repeatLoop(loop);
      case Statement.If choice -> choice(choice);
      case Statement.NumericFor loop -> numericFor(loop);
      case Statement.GenericFor loop -> genericFor(loop);
      case Statement.Return result -> result(result.values());
      case Statement.Break end -> code.goto_(Objects.requireNonNull(breakTarget));
    }
  }

  // ---- variables

  private void declaration(Statement.LocalDeclaration declaration) {
    List<Local> locals = declaration.locals();
    List<Expression> values = declaration.values();
    int last = values.size() - 1;
    for (int i = 0; i < locals.size() && i <= last; i++) {
      if (i == last && values.get(i).isMulti() && locals.size() > values.size()) {
        spread(locals, i, values.get(i));
        return;
      }
      initialize(locals.get(i), values.get(i));
    }
    for (int i = values.size(); i < locals.size(); i++) {
      code.aconst_null();
      emitter.declare(locals.get(i));
      emitter.initialize(locals.get(i));
    }
    drop(values, locals.size());
  }

  private void initialize(Local local, Expression value) {
    if (local.isNumber) {
      expressions.pushNumber(value);
    } else {
      expressions.push(value);
    }
    emitter.declare(local);
    emitter.initialize(local);
  }

  private void spread(List<Local> locals, int from, Expression values) {
    expressions.pushAll(values);
    int all = emitter.allocate(1);
    code.astore(all);
    for (int i = from; i < locals.size(); i++) {
      valueAt(all, i - from);
      emitter.declare(locals.get(i));
      emitter.initialize(locals.get(i));
    }
  }

  private void valueAt(int result, int index) {
    code.aload(result).loadConstant(index);
    code.invokestatic(Types.RESULTS, "at", Types.type(CD_Object, CD_Object, CD_int));
  }

  /** Evaluates what nobody takes. */
  private void drop(List<Expression> values, int from) {
    for (int i = from; i < values.size(); i++) {
      expressions.push(values.get(i));
      code.pop();
    }
  }

  private void localFunction(Statement.LocalFunction statement) {
    Local local = statement.local();
    emitter.declare(local);
    if (local.isCell()) {
      code.aconst_null();
      emitter.initialize(local);
      emitter.cell(local);
      expressions.push(statement.function());
      code.putfield(Types.CELL, "value", CD_Object);
    } else {
      expressions.push(statement.function());
      emitter.initialize(local);
    }
  }

  // ---- assignments

  private void assignment(Statement.Assignment assignment) {
    if (assignment.targets().size() == 1 && !reads(assignment, 0).isLate()) {
      assign(assignment.targets().get(0), assignment.values().get(0), assignment.line());
      drop(assignment.values(), 1);
    } else {
      assignSeveral(assignment);
    }
  }

  private Registers.Target reads(Statement.Assignment assignment, int number) {
    return Registers.target(assignment, number, emitter.body);
  }

  private void assign(Expression target, Expression value, int line) {
    switch (target) {
      case Expression.Variable variable -> assign(variable.local(), value);
      case Expression.Global global -> {
        code.aload(Emitter.LUA);
        emitter.constants.load(code, global.name());
        expressions.push(value);
        setGlobal(line);
      }
      case Expression.Index index -> {
        code.aload(Emitter.LUA);
        expressions.push(index.object());
        ClassDesc key = expressions.key(index.key());
        expressions.push(value);
        set(key, expressions.name(index.object()), line);
      }
      default -> throw new IllegalStateException("Not assignable: " + target);
    }
  }

  private void assign(Local local, Expression value) {
    if (local.isNumber) {
      expressions.pushNumber(value);
      code.dstore(local.slot);
    } else if (local.isCell()) {
      emitter.cell(local);
      expressions.push(value);
      code.putfield(Types.CELL, "value", CD_Object);
    } else {
      expressions.push(value);
      code.astore(local.slot);
    }
  }

  private void setGlobal(int line) {
    expressions.site(line);
    code.invokestatic(
        Types.INDEXING, "setGlobal", Types.type(CD_void, Types.LUA, Types.STRING, CD_Object));
  }

  private void set(ClassDesc key, Site.Name object, int line) {
    expressions.site(line, object);
    code.invokestatic(
        Types.INDEXING, "set", Types.type(CD_void, Types.LUA, CD_Object, key, CD_Object));
  }

  /**
   * Objects and keys of the targets first, but for those that are read late, then the values, then
   * the last target first.
   */
  private void assignSeveral(Statement.Assignment assignment) {
    int mark = emitter.mark();
    List<Expression> targets = assignment.targets();
    int[] slots = new int[targets.size()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = emitter.allocate(3);
      if (targets.get(i) instanceof Expression.Index index) {
        Registers.Target read = reads(assignment, i);
        if (!read.isObjectLate()) {
          expressions.push(index.object());
          code.astore(slots[i]);
        }
        if (!read.isKeyLate()) {
          expressions.push(index.key());
          code.astore(slots[i] + 1);
        }
      }
    }
    values(assignment.values(), slots);
    for (int i = slots.length - 1; i >= 0; i--) {
      store(targets.get(i), reads(assignment, i), slots[i], assignment.line());
    }
    emitter.release(mark);
  }

  /** Puts each target's value into the third of its slots. */
  private void values(List<Expression> values, int[] slots) {
    int last = values.size() - 1;
    for (int i = 0; i < slots.length; i++) {
      if (i < last || (i == last && (!values.get(i).isMulti() || i == slots.length - 1))) {
        expressions.push(values.get(i));
      } else if (i == last) {
        spread(values.get(i), slots, i);
        return;
      } else {
        code.aconst_null();
      }
      code.astore(slots[i] + 2);
    }
    drop(values, slots.length);
  }

  private void spread(Expression values, int[] slots, int from) {
    expressions.pushAll(values);
    int all = emitter.allocate(1);
    code.astore(all);
    for (int i = from; i < slots.length; i++) {
      valueAt(all, i - from);
      code.astore(slots[i] + 2);
    }
  }

  private void store(Expression target, Registers.Target read, int slot, int line) {
    switch (target) {
      case Expression.Variable(Local local) when local.isCell() -> {
        emitter.cell(local);
        code.aload(slot + 2).putfield(Types.CELL, "value", CD_Object);
      }
      case Expression.Variable(Local local) when local.isNumber -> {
        code.aload(slot + 2);
        emitter.unbox();
        code.dstore(local.slot);
      }
      case Expression.Variable(Local local) -> code.aload(slot + 2).astore(local.slot);
      case Expression.Global global -> {
        code.aload(Emitter.LUA);
        emitter.constants.load(code, global.name());
        code.aload(slot + 2);
        setGlobal(line);
      }
      case Expression.Index index -> {
        code.aload(Emitter.LUA);
        pushOr(read.isObjectLate(), index.object(), slot);
        pushOr(read.isKeyLate(), index.key(), slot + 1);
        code.aload(slot + 2);
        set(CD_Object, expressions.name(index.object()), line);
      }
      default -> throw new IllegalStateException("Not assignable: " + target);
    }
  }

  private void pushOr(boolean isLate, Expression expression, int slot) {
    if (isLate) {
      expressions.push(expression);
    } else {
      code.aload(slot);
    }
  }

  // ---- choices and loops

  private void choice(Statement.If choice) {
    Label end = code.newLabel();
    for (Statement.Branch branch : choice.branches()) {
      Label otherwise = code.newLabel();
      expressions.jump(branch.condition(), otherwise, false);
      block(branch.block());
      code.goto_(end);
      code.labelBinding(otherwise);
    }
    if (choice.otherwise() != null) {
      block(choice.otherwise());
    }
    code.labelBinding(end);
  }

  private void poll() {
    code.aload(Emitter.LUA).invokevirtual(Types.LUA, "poll", Types.type(CD_void));
  }

  /** Writes a loop's body; a break in it goes to the label. */
  private void loopBody(List<Statement> block, Label end) {
    Label outer = breakTarget;
    breakTarget = end;
    block(block);
    breakTarget = outer;
  }

  private void whileLoop(Statement.While loop) {
    Label body = code.newLabel();
    Label test = code.newLabel();
    Label end = code.newLabel();
    code.goto_(test);
    code.labelBinding(body);
    loopBody(loop.block(), end);
    code.labelBinding(test);
    poll();
    expressions.jump(loop.condition(), body, true);
    code.labelBinding(end);
  }

  private void repeatLoop(Statement.Repeat loop) {
    Label body = code.newLabel();
    Label end = code.newLabel();
    int mark = emitter.mark();
    code.labelBinding(body);
    Label outer = breakTarget;
    breakTarget = end;
    loop.block().forEach(this::statement);
    breakTarget = outer;
    poll();
    expressions.jump(loop.condition(), body, false);
    emitter.release(mark);
    code.labelBinding(end);
  }

  private void numericFor(Statement.NumericFor loop) {
    int mark = emitter.mark();
    Expression step = loop.step() == null ? new Expression.NumberConstant(1) : loop.step();
    int[] bounds = bounds(List.of(loop.first(), loop.last(), step), loop.line());
    int index = bounds[0];
    Label body = code.newLabel();
    Label test = code.newLabel();
    Label next = code.newLabel();
    Label end = code.newLabel();
    boolean isExact = isInteger(loop.first()) && isInteger(step);
    if (isExact) {
      code.goto_(test);
    } else {
      // As in C: one step back, so that the first round steps forward like all others.
      code.dload(index).dload(bounds[2]).dsub().dstore(index);
      code.goto_(next);
    }
    code.labelBinding(body);
    Local local = loop.local();
    if (local.isNumber && local.assignments == 0) {
      local.slot = index;
    } else {
      code.dload(index);
      if (!local.isNumber) {
        emitter.box();
      }
      emitter.declare(local);
      emitter.initialize(local);
    }
    loopBody(loop.block(), end);
    code.labelBinding(next);
    poll();
    code.dload(index).dload(bounds[2]).dadd().dstore(index);
    code.labelBinding(test);
    again(index, bounds, step, body);
    code.labelBinding(end);
    emitter.release(mark);
  }

  private void again(int index, int[] bounds, Expression step, Label body) {
    if (step instanceof Expression.NumberConstant(double value)) {
      code.dload(index).dload(bounds[1]);
      if (value > 0) {
        code.dcmpg().ifle(body);
      } else {
        code.dcmpl().ifge(body);
      }
      return;
    }
    code.dload(index).dload(bounds[1]).dload(bounds[2]);
    code.invokestatic(
        Types.ARITHMETIC, "goesOn", Types.type(CD_boolean, CD_double, CD_double, CD_double));
    code.ifne(body);
  }

  static boolean isInteger(Expression expression) {
    return expression instanceof Expression.NumberConstant(double value)
        && value == Math.rint(value)
        && Math.abs(value) < 1L << 50;
  }

  /** Evaluates first, last and step, then makes numbers of them in that order. */
  private int[] bounds(List<Expression> expressionsOf, int line) {
    String[] roles = {"initial value", "limit", "step"};
    int[] slots = new int[3];
    int[] objects = new int[3];
    for (int i = 0; i < 3; i++) {
      slots[i] = emitter.allocate(2);
      if (Inference.isNumber(expressionsOf.get(i))) {
        expressions.pushNumber(expressionsOf.get(i));
        code.dstore(slots[i]);
        objects[i] = -1;
      } else {
        expressions.push(expressionsOf.get(i));
        objects[i] = emitter.allocate(1);
        code.astore(objects[i]);
      }
    }
    for (int i = 0; i < 3; i++) {
      if (objects[i] >= 0) {
        code.aload(objects[i]).loadConstant(roles[i]);
        expressions.site(line);
        code.invokestatic(Types.ARITHMETIC, "bound", Types.type(CD_double, CD_Object, CD_String));
        code.dstore(slots[i]);
      }
    }
    return slots;
  }

  private void genericFor(Statement.GenericFor loop) {
    int mark = emitter.mark();
    int[] start = {emitter.allocate(3), emitter.allocate(3), emitter.allocate(3)};
    values(loop.values(), start);
    int iteration = emitter.allocate(1);
    code.aload(start[0] + 2).aload(start[1] + 2).aload(start[2] + 2);
    code.invokestatic(
        Types.ITERATION, "of", Types.type(Types.ITERATION, CD_Object, CD_Object, CD_Object));
    code.astore(iteration);
    Label body = code.newLabel();
    Label test = code.newLabel();
    Label end = code.newLabel();
    code.goto_(test);
    code.labelBinding(body);
    List<Local> locals = loop.locals();
    for (int i = 0; i < locals.size(); i++) {
      roundValue(iteration, i);
      emitter.declare(locals.get(i));
      emitter.initialize(locals.get(i));
    }
    loopBody(loop.block(), end);
    code.labelBinding(test);
    code.aload(iteration).aload(Emitter.LUA);
    emitter.site(new Site(loop.line(), false, ITERATOR, List.of()));
    code.invokevirtual(Types.ITERATION, "next", Types.type(CD_boolean, Types.LUA));
    code.ifne(body);
    code.labelBinding(end);
    emitter.release(mark);
  }

  private void roundValue(int iteration, int index) {
    code.aload(iteration);
    switch (index) {
      case 0 -> code.invokevirtual(Types.ITERATION, "first", Types.type(CD_Object));
      case 1 -> code.invokevirtual(Types.ITERATION, "second", Types.type(CD_Object));
      default -> {
        code.loadConstant(index);
        code.invokevirtual(Types.ITERATION, "other", Types.type(CD_Object, CD_int));
      }
    }
  }

  // ---- return

  private void result(List<Expression> values) {
    if (values.size() == 1) {
      Expression value = values.get(0);
      if (value instanceof Expression.Call || value instanceof Expression.MethodCall) {
        expressions.pushTail(value);
      } else {
        expressions.pushAll(value);
      }
    } else if (values.isEmpty()) {
      code.getstatic(Types.VALUES, "NONE", Types.VALUES);
    } else {
      expressions.openArray(new ArrayList<>(values));
      code.invokestatic(Types.VALUES, "of", Types.type(CD_Object, Types.OBJECTS));
    }
    emitter.leave();
    code.areturn();
  }
}
