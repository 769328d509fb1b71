package io.jacinth.lua.compiler;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import io.jacinth.lua.Nodes;
import io.jacinth.lua.NotANumber;
import io.jacinth.lua.Site;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes expressions: as an object, as a number, as all values, or as a jump. */
final class ExpressionGenerator {
  /** Array elements that a constructor stores at once, as LFIELDS_PER_FLUSH. */
  private static final int BATCH = Nodes.Constructor.BATCH;

  private static final int MOST_SINGLE = 3;

  private final Emitter emitter;
  private final CodeBuilder code;

  ExpressionGenerator(Emitter emitter) {
    this.emitter = emitter;
    this.code = emitter.code;
  }

  // ---- one object

  /** Pushes the value. */
  void push(Expression expression) {
    if (Inference.isNumber(expression) && !(expression instanceof Expression.Variable)) {
      boxed(expression);
      return;
    }
    switch (expression) {
      case Expression.Constant constant -> constant(constant.value());
      case Expression.NumberConstant number -> boxed(number);
      case Expression.Text text -> emitter.constants.load(code, text.value());
      case Expression.Dots dots -> firstOfDots();
      case Expression.Function function -> closure(function.body());
      case Expression.Variable variable -> emitter.load(variable.local());
      case Expression.Global global -> global(global);
      case Expression.Index index -> index(index);
      case Expression.Call call -> call(call, "one", false);
      case Expression.MethodCall call -> methodCall(call, "one", false);
      case Expression.Binary binary -> binary(binary);
      case Expression.Concat concat -> concat(concat);
      case Expression.Unary unary -> unary(unary);
      case Expression.Single single -> push(single.inner());
      case Expression.Constructor constructor -> constructor(constructor);
    }
  }

  private void boxed(Expression expression) {
    if (expression instanceof Expression.NumberConstant(double value)) {
      emitter.constants.load(code, emitter.constants.zeroOf(value));
    } else {
      pushNumber(expression);
      emitter.box();
    }
  }

  private void constant(@Nullable Boolean value) {
    if (value == null) {
      code.aconst_null();
    } else {
      code.getstatic(Types.BOOLEAN, value ? "TRUE" : "FALSE", Types.BOOLEAN);
    }
  }

  private void firstOfDots() {
    code.aload(emitter.dots).iconst_0();
    code.invokestatic(Types.CLOSURE, "at", Types.type(CD_Object, Types.OBJECTS, CD_int));
  }

  private void closure(FunctionBody body) {
    emitter.constants.load(code, body);
    code.aload(Emitter.LUA).loadConstant(body.captures.size()).anewarray(CD_Object);
    for (int i = 0; i < body.captures.size(); i++) {
      Local local = body.captures.get(i);
      if (local != body.self || local.isCell()) {
        code.dup().loadConstant(i);
        emitter.loadForCapture(local);
        code.aastore();
      }
    }
    code.invokevirtual(
        Types.PROTOTYPE, "create", Types.type(Types.CLOSURE, Types.LUA, Types.OBJECTS));
  }

  private void global(Expression.Global global) {
    code.aload(Emitter.LUA);
    emitter.constants.load(code, global.name());
    site(global.line());
    code.invokestatic(Types.INDEXING, "global", Types.type(CD_Object, Types.LUA, Types.STRING));
  }

  private void index(Expression.Index index) {
    code.aload(Emitter.LUA);
    ClassDesc key = objectAndKey(index);
    site(index.line(), name(index.object()));
    code.invokestatic(Types.INDEXING, "get", Types.type(CD_Object, Types.LUA, CD_Object, key));
  }

  /** Pushes both in the order in which they are passed, and tells the key's form. */
  private ClassDesc objectAndKey(Expression.Index index) {
    if (Registers.isReadLate(index.object(), index.key(), emitter.body)) {
      int temporary = emitter.allocate(1);
      push(index.key());
      code.astore(temporary);
      push(index.object());
      code.aload(temporary);
      return CD_Object;
    }
    push(index.object());
    return key(index.key());
  }

  /** Pushes a key in its best known form and tells which. */
  ClassDesc key(Expression key) {
    if (Inference.isNumber(key)) {
      pushNumber(key);
      return CD_double;
    }
    push(key);
    return key instanceof Expression.Text ? Types.STRING : CD_Object;
  }

  private void binary(Expression.Binary binary) {
    if (!binary.operator().isArithmetic()) {
      logical(binary);
      return;
    }
    boolean leftIsNumber = Inference.isNumber(binary.left());
    boolean rightIsNumber = Inference.isNumber(binary.right());
    code.aload(Emitter.LUA);
    operands(binary, leftIsNumber, rightIsNumber);
    site(binary.line(), name(binary.left()), name(binary.right()));
    code.invokestatic(
        Types.ARITHMETIC,
        binary.operator().method,
        Types.type(CD_Object, Types.LUA, Types.value(leftIsNumber), Types.value(rightIsNumber)));
  }

  private void operands(Expression.Binary binary, boolean leftIsNumber, boolean rightIsNumber) {
    if (Registers.isReadLate(binary.left(), binary.right(), emitter.body)) {
      operand(binary.right(), rightIsNumber);
      int temporary = emitter.allocate(2);
      if (rightIsNumber) {
        code.dstore(temporary);
        operand(binary.left(), leftIsNumber);
        code.dload(temporary);
      } else {
        code.astore(temporary);
        operand(binary.left(), leftIsNumber);
        code.aload(temporary);
      }
    } else {
      operand(binary.left(), leftIsNumber);
      operand(binary.right(), rightIsNumber);
    }
  }

  private void operand(Expression expression, boolean isNumber) {
    if (isNumber) {
      pushNumber(expression);
    } else {
      push(expression);
    }
  }

  private void logical(Expression.Binary binary) {
    switch (binary.operator()) {
      case AND -> either(binary, false);
      case OR -> either(binary, true);
      default -> truth(binary);
    }
  }

  /** {@code and}, {@code or}: the left value if that decides, else the right one. */
  private void either(Expression.Binary binary, boolean decides) {
    Label end = code.newLabel();
    push(binary.left());
    code.dup().invokestatic(Types.CONVERSIONS, "isTrue", Types.TO_BOOLEAN);
    if (decides) {
      code.ifne(end);
    } else {
      code.ifeq(end);
    }
    code.pop();
    push(binary.right());
    code.labelBinding(end);
  }

  private void truth(Expression condition) {
    Label isTrue = code.newLabel();
    Label end = code.newLabel();
    jump(condition, isTrue, true);
    code.getstatic(Types.BOOLEAN, "FALSE", Types.BOOLEAN).goto_(end);
    code.labelBinding(isTrue);
    code.getstatic(Types.BOOLEAN, "TRUE", Types.BOOLEAN);
    code.labelBinding(end);
  }

  private void concat(Expression.Concat concat) {
    List<Expression> operands = concat.operands();
    code.aload(Emitter.LUA);
    Site.Name[] names = operands.stream().map(this::name).toArray(Site.Name[]::new);
    if (operands.size() == 2) {
      push(operands.get(0));
      push(operands.get(1));
      site(concat.line(), names);
      code.invokestatic(Types.CONCATENATION, "concat", Types.ofValues(2));
    } else {
      array(operands);
      site(concat.line(), names);
      code.invokestatic(
          Types.CONCATENATION, "concat", Types.type(CD_Object, Types.LUA, Types.OBJECTS));
    }
  }

  private void unary(Expression.Unary unary) {
    if (unary.operator() == Operator.NOT) {
      truth(unary);
      return;
    }
    code.aload(Emitter.LUA);
    push(unary.operand());
    Site.Name name = name(unary.operand());
    site(unary.line(), name, name);
    code.invokestatic(Types.ARITHMETIC, unary.operator().method, Types.ofValues(1));
  }

  // ---- constructors

  private void constructor(Expression.Constructor constructor) {
    List<Expression.Item> items = constructor.items();
    long keyed = items.stream().filter(item -> item.key() != null).count();
    boolean isOpen = !items.isEmpty() && isOpen(items.get(items.size() - 1));
    int positional = items.size() - (int) keyed - (isOpen ? 1 : 0);
    code.aload(Emitter.LUA).loadConstant(rounded(positional)).loadConstant(rounded((int) keyed));
    code.invokestatic(Types.RESULTS, "table", Types.type(Types.TABLE, Types.LUA, CD_int, CD_int));
    if (items.isEmpty()) {
      return;
    }
    int mark = emitter.mark();
    int table = emitter.allocate(1);
    code.astore(table);
    items(items, table, positional, isOpen);
    code.aload(table);
    emitter.release(mark);
  }

  static boolean isOpen(Expression.Item item) {
    return item.key() == null && item.value().isMulti();
  }

  /** Sizes are rounded up as by C Lua's one byte with a mantissa of three bits. */
  static int rounded(int size) {
    int mantissa = size;
    int exponent = 0;
    while (mantissa >= 16) {
      mantissa = (mantissa + 1) >> 1;
      exponent++;
    }
    return mantissa << exponent;
  }

  private void items(List<Expression.Item> items, int table, int positional, boolean isOpen) {
    int stored = 0;
    int inBatch = 0;
    for (int i = 0; i < items.size(); i++) {
      Expression.Item item = items.get(i);
      boolean isLastOpen = isOpen && i == items.size() - 1;
      if (item.key() != null) {
        keyed(item, item.key(), table);
      } else if (!isLastOpen) {
        if (inBatch == 0) {
          code.aload(table).loadConstant(stored + 1);
          code.loadConstant(Math.min(BATCH, positional - stored)).anewarray(CD_Object);
        }
        code.dup().loadConstant(inBatch);
        push(item.value());
        code.aastore();
        inBatch++;
        if (inBatch == BATCH || stored + inBatch == positional) {
          boolean isWhole = !(isOpen && stored + inBatch == positional && inBatch < BATCH);
          if (isWhole) {
            fill(item.line());
            stored += inBatch;
            inBatch = 0;
          }
        }
      }
    }
    if (isOpen) {
      open(items.get(items.size() - 1), table, stored, inBatch);
    }
  }

  private void open(Expression.Item last, int table, int stored, int inBatch) {
    if (inBatch == 0) {
      code.aload(table).loadConstant(stored + 1);
      code.iconst_0().anewarray(CD_Object);
    }
    pushAll(last.value());
    code.aload(Emitter.LUA);
    code.invokestatic(
        Types.RESULTS, "append", Types.type(Types.OBJECTS, Types.OBJECTS, CD_Object, Types.LUA));
    fill(last.line());
  }

  private void fill(int line) {
    site(line);
    code.invokevirtual(Types.TABLE, "fill", Types.type(CD_void, CD_int, Types.OBJECTS));
  }

  private void keyed(Expression.Item item, Expression key, int table) {
    code.aload(table);
    ClassDesc type = key instanceof Expression.Text ? Types.STRING : CD_Object;
    if (Registers.isReadLate(key, item.value(), emitter.body)) {
      int temporary = emitter.allocate(1);
      push(item.value());
      code.astore(temporary);
      push(key);
      code.aload(temporary);
    } else {
      push(key);
      push(item.value());
    }
    site(item.line());
    code.invokevirtual(Types.TABLE, "put", Types.type(CD_void, type, CD_Object));
  }

  // ---- numbers

  /** Pushes the unboxed value of an expression that can only be a number. */
  void pushNumber(Expression expression) {
    switch (expression) {
      case Expression.NumberConstant number ->
          code.loadConstant(emitter.constants.zeroOf(number.value()));
      case Expression.Variable variable -> emitter.loadNumber(variable.local());
      case Expression.Single single -> pushNumber(single.inner());
      case Expression.Unary unary -> {
        pushNumber(unary.operand());
        code.dneg();
      }
      case Expression.Binary binary -> arithmetic(binary);
      default -> throw new IllegalStateException("Not a number: " + expression);
    }
  }

  private void arithmetic(Expression.Binary binary) {
    if (isNanConstant(binary)) {
      code.loadConstant(Double.doubleToRawLongBits(NotANumber.NEGATIVE));
      code.invokestatic(Types.BOXED, "longBitsToDouble", Types.type(CD_double, CD_long));
      return;
    }
    pushNumber(binary.left());
    pushNumber(binary.right());
    switch (binary.operator()) {
      case ADD -> code.dadd();
      case SUB -> code.dsub();
      case MUL -> code.dmul();
      case DIV -> code.ddiv();
      default ->
          code.invokestatic(
              Types.ARITHMETIC,
              binary.operator().method,
              Types.type(CD_double, CD_double, CD_double));
    }
  }

  /** {@code 0/0}: a processor's result is negative, which C prints and the JVM may lose. */
  static boolean isNanConstant(Expression.Binary binary) {
    return binary.operator() == Operator.DIV
        && binary.left() instanceof Expression.NumberConstant(double left)
        && binary.right() instanceof Expression.NumberConstant(double right)
        && left == 0
        && right == 0;
  }

  // ---- calls

  /** Pushes all values of an expression: one, or an object of several. */
  void pushAll(Expression expression) {
    switch (expression) {
      case Expression.Call call -> call(call, "all", false);
      case Expression.MethodCall call -> methodCall(call, "all", false);
      case Expression.Dots dots -> {
        code.aload(emitter.dots);
        code.invokestatic(Types.VALUES, "of", Types.type(CD_Object, Types.OBJECTS));
      }
      default -> push(expression);
    }
  }

  /** Pushes the result of a call in the place of returning. */
  void pushTail(Expression call) {
    if (call instanceof Expression.MethodCall method) {
      methodCall(method, "tail", true);
    } else {
      call((Expression.Call) call, "tail", true);
    }
  }

  private void call(Expression.Call call, String form, boolean isTail) {
    code.aload(Emitter.LUA);
    push(call.function());
    Site.Name name = name(call.function());
    Site site = new Site(call.line(), isTail, name.equals(Site.Name.NONE) ? null : name, List.of());
    arguments(call.arguments(), 0, form, site);
  }

  private void methodCall(Expression.MethodCall call, String form, boolean isTail) {
    int mark = emitter.mark();
    int object = emitter.allocate(1);
    code.aload(Emitter.LUA);
    push(call.object());
    code.astore(object);
    code.aload(Emitter.LUA).aload(object);
    emitter.constants.load(code, call.name());
    site(call.line(), name(call.object()));
    code.invokestatic(
        Types.INDEXING, "get", Types.type(CD_Object, Types.LUA, CD_Object, Types.STRING));
    code.aload(object);
    emitter.release(mark);
    Site.Name name = new Site.Name("method", call.name());
    arguments(call.arguments(), 1, form, new Site(call.line(), isTail, name, List.of()));
  }

  /** Pushes arguments behind those already there, and calls. */
  private void arguments(List<Expression> arguments, int before, String form, Site site) {
    int count = arguments.size();
    boolean isOpen = count > 0 && arguments.get(count - 1).isMulti();
    if (!isOpen && count + before <= MOST_SINGLE) {
      arguments.forEach(this::push);
      emitter.site(site);
      code.invokestatic(Types.CALLS, form, Types.ofValues(count + before + 1));
      return;
    }
    if (isOpen) {
      openArray(arguments);
    } else {
      array(arguments);
    }
    if (before == 1) {
      code.invokestatic(
          Types.CALLS, "prepend", Types.type(Types.OBJECTS, CD_Object, Types.OBJECTS));
    }
    emitter.site(site);
    code.invokestatic(
        Types.CALLS, form + "Of", Types.type(CD_Object, Types.LUA, CD_Object, Types.OBJECTS));
  }

  /** Pushes an array of the values of expressions, one each. */
  private void array(List<Expression> expressions) {
    code.loadConstant(expressions.size()).anewarray(CD_Object);
    for (int i = 0; i < expressions.size(); i++) {
      code.dup().loadConstant(i);
      push(expressions.get(i));
      code.aastore();
    }
  }

  /** Pushes an array of the values of expressions, all of the last. */
  void openArray(List<Expression> expressions) {
    int last = expressions.size() - 1;
    if (last < 0 || !expressions.get(last).isMulti()) {
      array(expressions);
    } else if (expressions.get(last) instanceof Expression.Dots && last == 0) {
      code.aload(emitter.dots);
    } else if (last == 0) {
      pushAll(expressions.get(0));
      code.invokestatic(Types.VALUES, "all", Types.type(Types.OBJECTS, CD_Object));
    } else {
      array(expressions.subList(0, last));
      pushAll(expressions.get(last));
      code.aload(Emitter.LUA);
      code.invokestatic(
          Types.RESULTS, "append", Types.type(Types.OBJECTS, Types.OBJECTS, CD_Object, Types.LUA));
    }
  }

  // ---- conditions

  /** Jumps if an expression is true, or if it is not; else goes on. */
  void jump(Expression expression, Label target, boolean ifTrue) {
    switch (expression) {
      case Expression.Single single -> jump(single.inner(), target, ifTrue);
      case Expression.Constant constant -> {
        if (Boolean.TRUE.equals(constant.value()) == ifTrue) {
          code.goto_(target);
        }
      }
      case Expression.Unary unary when unary.operator() == Operator.NOT ->
          jump(unary.operand(), target, !ifTrue);
      case Expression.Binary binary when binary.operator() == Operator.AND ->
          both(binary, target, ifTrue, false);
      case Expression.Binary binary when binary.operator() == Operator.OR ->
          both(binary, target, ifTrue, true);
      case Expression.Binary binary when binary.operator().isComparison() ->
          compare(binary, target, ifTrue);
      default -> {
        push(expression);
        code.invokestatic(Types.CONVERSIONS, "isTrue", Types.TO_BOOLEAN);
        jumpOnFlag(target, ifTrue);
      }
    }
  }

  private void jumpOnFlag(Label target, boolean ifTrue) {
    if (ifTrue) {
      code.ifne(target);
    } else {
      code.ifeq(target);
    }
  }

  /** {@code and} ({@code decides} is false) and {@code or} (true). */
  private void both(Expression.Binary binary, Label target, boolean ifTrue, boolean decides) {
    if (ifTrue == decides) {
      jump(binary.left(), target, ifTrue);
      jump(binary.right(), target, ifTrue);
    } else {
      Label decided = code.newLabel();
      jump(binary.left(), decided, decides);
      jump(binary.right(), target, ifTrue);
      code.labelBinding(decided);
    }
  }

  private void compare(Expression.Binary binary, Label target, boolean ifTrue) {
    boolean leftIsNumber = Inference.isNumber(binary.left());
    boolean rightIsNumber = Inference.isNumber(binary.right());
    if (leftIsNumber && rightIsNumber) {
      operands(binary, true, true);
      compareNumbers(binary.operator(), target, ifTrue);
      return;
    }
    if (binary.operator() == Operator.EQ || binary.operator() == Operator.NE) {
      equal(binary, rightIsNumber);
      jumpOnFlag(target, ifTrue == (binary.operator() == Operator.EQ));
      return;
    }
    code.aload(Emitter.LUA);
    operands(binary, leftIsNumber, rightIsNumber);
    site(binary.line());
    code.invokestatic(
        Types.COMPARISON,
        binary.operator().method,
        Types.type(CD_boolean, Types.LUA, Types.value(leftIsNumber), Types.value(rightIsNumber)));
    jumpOnFlag(target, ifTrue);
  }

  /** What is no number is neither less nor greater nor equal. */
  private void compareNumbers(Operator operator, Label target, boolean ifTrue) {
    boolean isUpward = operator == Operator.LT || operator == Operator.LE;
    if (isUpward) {
      code.dcmpg();
    } else {
      code.dcmpl();
    }
    switch (operator) {
      case LT -> choose(ifTrue, () -> code.iflt(target), () -> code.ifge(target));
      case LE -> choose(ifTrue, () -> code.ifle(target), () -> code.ifgt(target));
      case GT -> choose(ifTrue, () -> code.ifgt(target), () -> code.ifle(target));
      case GE -> choose(ifTrue, () -> code.ifge(target), () -> code.iflt(target));
      case EQ -> choose(ifTrue, () -> code.ifeq(target), () -> code.ifne(target));
      default -> choose(ifTrue, () -> code.ifne(target), () -> code.ifeq(target));
    }
  }

  private static void choose(boolean first, Runnable one, Runnable other) {
    (first ? one : other).run();
  }

  /** Pushes whether the operands are equal. */
  private void equal(Expression.Binary binary, boolean rightIsNumber) {
    if (rightIsNumber) {
      push(binary.left());
      pushNumber(binary.right());
      code.invokestatic(Types.COMPARISON, "eq", Types.type(CD_boolean, CD_Object, CD_double));
    } else if (binary.right() instanceof Expression.Text text) {
      push(binary.left());
      emitter.constants.load(code, text.value());
      code.invokestatic(Types.COMPARISON, "eq", Types.type(CD_boolean, CD_Object, Types.STRING));
    } else {
      code.aload(Emitter.LUA);
      operands(binary, false, false);
      site(binary.line());
      code.invokestatic(
          Types.COMPARISON, "eq", Types.type(CD_boolean, Types.LUA, CD_Object, CD_Object));
    }
  }

  // ---- sites

  void site(int line, Site.Name... names) {
    List<Site.Name> operands = new ArrayList<>(List.of(names));
    emitter.site(new Site(line, false, null, operands));
  }

  Site.Name name(Expression expression) {
    return Names.of(expression, emitter.body);
  }
}
