/**
 * The commands on hashes. Start with {@link io.jacinth.commands.hash.HashCommands}, the table; the
 * hash itself is {@link io.jacinth.engine.value.HashValue}.
 */
@NullMarked
package io.jacinth.commands.hash;

import org.jspecify.annotations.NullMarked;
