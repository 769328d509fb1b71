/**
 * The standard libraries of Lua 5.1 as far as a sandbox shows them: base, string, table, math,
 * coroutine. Functions have no state; their tables may be frozen and shared between instances.
 * Start with {@link io.jacinth.lua.library.Libraries}.
 */
@NullMarked
package io.jacinth.lua.library;

import org.jspecify.annotations.NullMarked;
