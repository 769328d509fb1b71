/**
 * What a command is, as data: name, arguments, keys, flags, categories, words for its
 * documentation. Immutable once built, shared by all threads. Start with {@link
 * io.jacinth.engine.spec.CommandSpec}.
 */
@NullMarked
package io.jacinth.engine.spec;

import org.jspecify.annotations.NullMarked;
