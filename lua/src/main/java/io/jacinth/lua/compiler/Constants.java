package io.jacinth.lua.compiler;

import static java.lang.constant.ConstantDescs.CD_Class;
import static java.lang.constant.ConstantDescs.CD_MethodHandles_Lookup;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CLASS_INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import io.jacinth.lua.LuaString;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The constants of a function's class: strings, boxed numbers and the prototypes of functions
 * within. The first have a static field each; where there are very many, the others lie in an
 * array.
 */
final class Constants {
  private static final int MOST_FIELDS = 1000;
  private static final ClassDesc METHOD_HANDLES = ClassDesc.of("java.lang.invoke.MethodHandles");

  private record Constant(Object value, ClassDesc type) {}

  private final List<Constant> all = new ArrayList<>();
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final TreeBuilder.Zeros zeros = new TreeBuilder.Zeros();

  /** Of 0 and -0, which C Lua takes for the same constant, the one that came first. */
  double zeroOf(double number) {
    return zeros.of(number);
  }

  void load(CodeBuilder code, LuaString text) {
    load(code, text, text, Types.STRING);
  }

  void load(CodeBuilder code, double number) {
    load(code, number, number, Types.BOXED);
  }

  void load(CodeBuilder code, FunctionBody body) {
    load(code, body, Objects.requireNonNull(body.prototype), Types.PROTOTYPE);
  }

  private void load(CodeBuilder code, Object key, Object value, ClassDesc type) {
    int number =
        numbers.computeIfAbsent(
            key,
            absent -> {
              all.add(new Constant(value, type));
              return all.size() - 1;
            });
    if (number < MOST_FIELDS) {
      code.getstatic(Types.COMPILED, "k" + number, type);
    } else {
      code.getstatic(Types.COMPILED, "all", Types.OBJECTS).loadConstant(number);
      code.aaload().checkcast(type);
    }
  }

  Object[] values() {
    return all.stream().map(Constant::value).toArray();
  }

  /** The fields, and the initializer that fills them from the class's data. */
  void write(ClassBuilder type) {
    if (all.isEmpty()) {
      return;
    }
    int fields = Math.min(all.size(), MOST_FIELDS);
    int flags = ClassFile.ACC_STATIC | ClassFile.ACC_FINAL;
    for (int i = 0; i < fields; i++) {
      type.withField("k" + i, all.get(i).type, flags);
    }
    type.withField("all", Types.OBJECTS, flags);
    type.withMethodBody(
        CLASS_INIT_NAME, MTD_void, ClassFile.ACC_STATIC, code -> initialize(code, fields));
  }

  private void initialize(CodeBuilder code, int fields) {
    code.invokestatic(METHOD_HANDLES, "lookup", Types.type(CD_MethodHandles_Lookup));
    code.loadConstant(ConstantDescs.DEFAULT_NAME).loadConstant(Types.OBJECTS);
    code.invokestatic(
        METHOD_HANDLES,
        "classData",
        Types.type(CD_Object, CD_MethodHandles_Lookup, CD_String, CD_Class));
    code.checkcast(Types.OBJECTS).dup().putstatic(Types.COMPILED, "all", Types.OBJECTS);
    for (int i = 0; i < fields; i++) {
      ClassDesc fieldType = all.get(i).type;
      code.dup().loadConstant(i).aaload().checkcast(fieldType);
      code.putstatic(Types.COMPILED, "k" + i, fieldType);
    }
    code.pop().return_();
  }
}
