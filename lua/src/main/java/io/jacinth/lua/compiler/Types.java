package io.jacinth.lua.compiler;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;

/** The classes and method types that compiled functions refer to. */
final class Types {
  static final ClassDesc LUA = of("Lua");
  static final ClassDesc CALLS = of("Calls");
  static final ClassDesc RESULTS = of("Results");
  static final ClassDesc VALUES = of("Values");
  static final ClassDesc CELL = of("Cell");
  static final ClassDesc CLOSURE = of("Closure");
  static final ClassDesc PROTOTYPE = of("Prototype");
  static final ClassDesc STRING = of("LuaString");
  static final ClassDesc TABLE = of("LuaTable");
  static final ClassDesc INDEXING = of("Indexing");
  static final ClassDesc ARITHMETIC = of("Arithmetic");
  static final ClassDesc COMPARISON = of("Comparison");
  static final ClassDesc CONCATENATION = of("Concatenation");
  static final ClassDesc CONVERSIONS = of("Conversions");
  static final ClassDesc ITERATION = of("Iteration");

  /** The class being made. */
  static final ClassDesc COMPILED = of("Compiled");

  static final ClassDesc BOXED = ClassDesc.of("java.lang.Double");
  static final ClassDesc BOOLEAN = ClassDesc.of("java.lang.Boolean");
  static final ClassDesc OBJECTS = CD_Object.arrayType();

  private Types() {}

  private static ClassDesc of(String name) {
    return ClassDesc.of("io.jacinth.lua." + name);
  }

  static MethodTypeDesc type(ClassDesc result, ClassDesc... parameters) {
    return MethodTypeDesc.of(result, parameters);
  }

  /** A method of the instance and so many values. */
  static MethodTypeDesc ofValues(int values) {
    ClassDesc[] parameters = new ClassDesc[values + 1];
    Arrays.fill(parameters, CD_Object);
    parameters[0] = LUA;
    return MethodTypeDesc.of(CD_Object, parameters);
  }

  static ClassDesc value(boolean isNumber) {
    return isNumber ? CD_double : CD_Object;
  }

  static final MethodTypeDesc ENTER = type(CD_void, CD_int);
  static final MethodTypeDesc TO_BOOLEAN = type(CD_boolean, CD_Object);
}
