package io.jacinth.lua.compiler;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import io.jacinth.lua.LuaString;
import io.jacinth.lua.Prototype;
import io.jacinth.lua.Site;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the class of one function: a final subclass of {@link Types#CLOSURE} for its number of
 * parameters, with the body as its one method. Local variables are the method's, unboxed where they
 * can only be numbers; constants are static fields.
 */
final class FunctionGenerator {
  /** Parameters that are passed one by one; with more, or {@code ...}, there is an array. */
  private static final int MOST_SINGLE = 3;

  /**
   * Estimates of the stack that a call needs, from above: interpreted frames with their helpers.
   */
  private static final int FRAME_BYTES = 416;

  private static final int LOCAL_BYTES = 16;

  /** The JIT leaves larger methods alone (HotSpot's HugeMethodLimit). */
  private static final int MOST_CODE_BYTES = 8000;

  /** Where types meet, our own classes count as plain objects: none of them is an interface. */
  private static final ClassFile CLASS_FILE =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.of(List.of(), Map.of())
                  .orElse(type -> ClassHierarchyResolver.ClassHierarchyInfo.ofClass(CD_Object))));

  private final FunctionBody body;
  private final LuaString chunkName;
  private final Constants constants;
  private final Sites sites = new Sites();

  FunctionGenerator(FunctionBody body, LuaString chunkName) {
    this.body = body;
    this.chunkName = chunkName;
    this.constants = new Constants();
  }

  /** The class; null if its method is too large. */
  Prototype.@Nullable Definition generate() {
    byte[] classFile = classFile();
    return classFile == null
        ? null
        : new Prototype.Definition(classFile, constants.values(), chunkName, sites.all());
  }

  private byte @Nullable [] classFile() {
    try {
      byte[] made = build();
      return codeBytes(made) < MOST_CODE_BYTES ? made : null;
    } catch (IllegalArgumentException tooLarge) {
      return null;
    }
  }

  private static int codeBytes(byte[] classFile) {
    return CLASS_FILE.parse(classFile).methods().stream()
        .filter(method -> !method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME))
        .flatMap(method -> method.findAttribute(Attributes.code()).stream())
        .mapToInt(CodeAttribute::codeLength)
        .max()
        .orElse(0);
  }

  private byte[] build() {
    return CLASS_FILE.build(
        Types.COMPILED,
        type -> {
          ClassDesc superclass = superclass();
          type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
          type.withSuperclass(superclass);
          type.withMethodBody(
              INIT_NAME,
              Types.type(CD_void, Types.OBJECTS),
              0,
              code ->
                  code.aload(0)
                      .aload(1)
                      .invokespecial(superclass, INIT_NAME, Types.type(CD_void, Types.OBJECTS))
                      .return_());
          type.withMethodBody(
              "create",
              Types.type(Types.CLOSURE, Types.OBJECTS),
              ClassFile.ACC_FINAL,
              code ->
                  code.new_(Types.COMPILED)
                      .dup()
                      .aload(1)
                      .invokespecial(Types.COMPILED, INIT_NAME, Types.type(CD_void, Types.OBJECTS))
                      .areturn());
          type.withMethodBody(
              takesArray() ? "callAll" : "call", methodType(), ClassFile.ACC_FINAL, this::body);
          constants.write(type);
        });
  }

  private boolean takesArray() {
    return body.isVararg || body.parameters.size() > MOST_SINGLE;
  }

  private ClassDesc superclass() {
    String shape = takesArray() ? "OfAny" : "Of" + body.parameters.size();
    return Types.CLOSURE.nested(shape);
  }

  private MethodTypeDesc methodType() {
    return takesArray()
        ? Types.type(CD_Object, Types.LUA, Types.OBJECTS)
        : Types.ofValues(body.parameters.size());
  }

  private int frameBytes() {
    return FRAME_BYTES + LOCAL_BYTES * body.locals.size();
  }

  private void body(CodeBuilder code) {
    Emitter emitter = new Emitter(code, body, constants, sites, frameBytes());
    StatementGenerator statements = new StatementGenerator(emitter);
    sites.begin(code);
    emitter.site(new Site(body.line, false, null, List.of()));
    code.aload(Emitter.LUA).loadConstant(frameBytes());
    code.invokevirtual(Types.LUA, "enter", Types.ENTER);
    if (takesArray()) {
      arrayOfParameters(emitter);
    } else {
      singleParameters(emitter);
    }
    statements.block(body.block);
    emitter.leave();
    code.getstatic(Types.VALUES, "NONE", Types.VALUES).areturn();
  }

  private void singleParameters(Emitter emitter) {
    for (Local parameter : body.parameters) {
      parameter.slot = emitter.allocate(1);
      if (parameter.isCell()) {
        emitter.code.aload(parameter.slot);
        emitter.initialize(parameter);
      }
    }
  }

  private void arrayOfParameters(Emitter emitter) {
    CodeBuilder code = emitter.code;
    int array = emitter.allocate(1);
    for (int i = 0; i < body.parameters.size(); i++) {
      Local parameter = body.parameters.get(i);
      code.aload(array).loadConstant(i);
      code.invokestatic(Types.CLOSURE, "at", Types.type(CD_Object, Types.OBJECTS, CD_int));
      emitter.declare(parameter);
      emitter.initialize(parameter);
    }
    Local arg = body.argTable;
    boolean needsArg = arg != null && arg.isUsed;
    if (body.usesDots || needsArg) {
      code.aload(array).loadConstant(body.parameters.size()).aload(Emitter.LUA);
      code.invokestatic(
          Types.RESULTS, "rest", Types.type(Types.OBJECTS, Types.OBJECTS, CD_int, Types.LUA));
      emitter.dots = emitter.allocate(1);
      code.astore(emitter.dots);
    }
    if (arg != null && needsArg) {
      if (body.usesDots) {
        code.aconst_null();
      } else {
        code.aload(Emitter.LUA).aload(emitter.dots);
        code.invokestatic(
            Types.RESULTS, "argTable", Types.type(Types.TABLE, Types.LUA, Types.OBJECTS));
      }
      emitter.declare(arg);
      emitter.initialize(arg);
    }
  }
}
