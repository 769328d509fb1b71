/**
 * Scripts and functions: what runs them ({@link io.jacinth.scripting.Runner}, one a loop), what
 * they find beside Lua's own libraries ({@link io.jacinth.scripting.RedisLibrary}), and how values
 * go from commands to Lua and from Lua to clients. Scripts are kept for all loops together in
 * {@link io.jacinth.scripting.Scripts}, which may be used from every thread. Start with {@code
 * Runner}.
 */
@NullMarked
package io.jacinth.scripting;

import org.jspecify.annotations.NullMarked;
