/**
 * Every command of Redis with requests made from its own description, answered by both servers.
 * Start with {@link io.jacinth.commands.sweep.CommandSweepTest}.
 */
@NullMarked
package io.jacinth.commands.sweep;

import org.jspecify.annotations.NullMarked;
