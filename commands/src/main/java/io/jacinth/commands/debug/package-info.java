/**
 * DEBUG: what tests and those who look for faults need of a server. Its words are no subcommands
 * but arguments, as in Redis; each is a file, {@link io.jacinth.commands.debug.Debug} has their
 * table.
 */
@NullMarked
package io.jacinth.commands.debug;

import org.jspecify.annotations.NullMarked;
