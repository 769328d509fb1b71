/**
 * The libraries that Redis gives its scripts besides Lua's own: cjson, cmsgpack, struct and bit,
 * with the options, limits and error texts of those in Redis. Their tables are read-only and shared
 * by all runners; a function belongs to nobody and keeps nothing. Start with {@link
 * io.jacinth.scripting.library.ScriptLibraries}.
 */
@NullMarked
package io.jacinth.scripting.library;

import org.jspecify.annotations.NullMarked;
