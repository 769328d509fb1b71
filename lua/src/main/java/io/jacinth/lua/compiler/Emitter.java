package io.jacinth.lua.compiler;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;

import io.jacinth.lua.Site;
import java.lang.classfile.CodeBuilder;

/** A method being written: its slots, its variables, its constants. */
final class Emitter {
  /** The slots of the closure itself and of the instance. */
  static final int THIS = 0;

  static final int LUA = 1;

  final CodeBuilder code;
  final FunctionBody body;
  final Constants constants;
  private final Sites sites;
  private final int frameBytes;
  private int nextSlot = 2;

  /** The slot of the array of what {@code ...} stands for. */
  int dots = -1;

  Emitter(CodeBuilder code, FunctionBody body, Constants constants, Sites sites, int frameBytes) {
    this.code = code;
    this.body = body;
    this.constants = constants;
    this.sites = sites;
    this.frameBytes = frameBytes;
  }

  // ---- slots

  int allocate(int size) {
    int slot = nextSlot;
    nextSlot += size;
    return slot;
  }

  /** To be given to {@link #release} where the slots taken since are free again. */
  int mark() {
    return nextSlot;
  }

  void release(int mark) {
    nextSlot = mark;
  }

  void site(Site site) {
    sites.mark(site);
  }

  /** Before a return. */
  void leave() {
    code.aload(LUA).loadConstant(frameBytes);
    code.invokevirtual(Types.LUA, "leave", Types.ENTER);
  }

  // ---- variables

  void declare(Local local) {
    local.slot = allocate(local.isNumber ? 2 : 1);
  }

  /** Gives a declared variable its first value, which is on the stack. */
  void initialize(Local local) {
    if (local.isNumber) {
      code.dstore(local.slot);
    } else if (local.isCell()) {
      code.invokestatic(Types.CELL, "of", Types.type(Types.CELL, CD_Object)).astore(local.slot);
    } else {
      code.astore(local.slot);
    }
  }

  boolean isOwn(Local local) {
    return local.owner == body;
  }

  /** Pushes the cell of a variable that has one. */
  void cell(Local local) {
    if (isOwn(local)) {
      code.aload(local.slot);
    } else {
      captured(local);
      code.checkcast(Types.CELL);
    }
  }

  private void captured(Local local) {
    code.aload(THIS).getfield(Types.CLOSURE, "captured", Types.OBJECTS);
    code.loadConstant(body.captures.indexOf(local)).aaload();
  }

  private boolean isSelf(Local local) {
    return local == body.self && !local.isCell();
  }

  /** Pushes a variable's value as an object. */
  void load(Local local) {
    if (local.isNumber && isOwn(local)) {
      code.dload(local.slot);
      box();
    } else if (local.isCell()) {
      cell(local);
      code.getfield(Types.CELL, "value", CD_Object);
    } else if (isOwn(local)) {
      code.aload(local.slot);
    } else if (isSelf(local)) {
      code.aload(THIS).getfield(Types.CLOSURE, "self", Types.CLOSURE);
    } else {
      captured(local);
    }
  }

  /** Pushes the value of a variable that only holds numbers. */
  void loadNumber(Local local) {
    if (isOwn(local)) {
      code.dload(local.slot);
    } else {
      captured(local);
      unbox();
    }
  }

  /** What a function within captures of a variable. */
  void loadForCapture(Local local) {
    if (local.isCell()) {
      cell(local);
    } else {
      load(local);
    }
  }

  void box() {
    code.invokestatic(Types.BOXED, "valueOf", Types.type(Types.BOXED, CD_double));
  }

  void unbox() {
    code.checkcast(Types.BOXED).invokevirtual(Types.BOXED, "doubleValue", Types.type(CD_double));
  }
}
