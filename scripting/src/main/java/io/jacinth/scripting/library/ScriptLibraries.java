package io.jacinth.scripting.library;

import io.jacinth.lua.LuaTable;

/** All of these libraries together, for one server: cjson's options are shared by its scripts. */
public final class ScriptLibraries {
  private final LuaTable cjson = CjsonLibrary.table().freeze();
  private static final LuaTable CMSGPACK = CmsgpackLibrary.table().freeze();
  private static final LuaTable STRUCT = StructLibrary.table().freeze();
  private static final LuaTable BIT = BitLibrary.table().freeze();

  /** Makes the libraries globals of a table. */
  public void install(LuaTable globals) {
    globals.put("cjson", cjson);
    globals.put("cmsgpack", CMSGPACK);
    globals.put("struct", STRUCT);
    globals.put("bit", BIT);
  }
}
