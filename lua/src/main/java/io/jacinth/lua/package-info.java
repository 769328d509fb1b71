/**
 * Lua 5.1 for the JVM: values, instances and what compiled functions call. A value is a Java
 * object: {@code null} for nil, {@link java.lang.Boolean}, {@link java.lang.Double}, {@link
 * io.jacinth.lua.LuaString}, {@link io.jacinth.lua.LuaTable}, {@link io.jacinth.lua.LuaFunction},
 * {@link io.jacinth.lua.LuaCoroutine}, or any other object, which is a userdata. Nothing here knows
 * of Redis. An instance and all that lives in it belongs to one thread at a time; only {@link
 * io.jacinth.lua.Lua#stop} may be called from others. Start with {@link io.jacinth.lua.Lua}, then
 * {@link io.jacinth.lua.LuaFunction}.
 */
@NullMarked
package io.jacinth.lua;

import org.jspecify.annotations.NullMarked;
