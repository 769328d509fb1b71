/**
 * From source text to functions: {@link io.jacinth.lua.compiler.Lexer} and {@link
 * io.jacinth.lua.compiler.Parser} build a tree in which names are resolved, {@link
 * io.jacinth.lua.compiler.Inference} finds the variables that only hold numbers, {@link
 * io.jacinth.lua.compiler.FunctionGenerator} writes a class for each function. A compilation
 * belongs to one thread; what it makes may be shared. Start with {@link
 * io.jacinth.lua.compiler.LuaCompiler}.
 */
@NullMarked
package io.jacinth.lua.compiler;

import org.jspecify.annotations.NullMarked;
