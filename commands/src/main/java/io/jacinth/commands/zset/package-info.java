/**
 * Commands on sorted sets. Every range, whatever it is given as, becomes one of ranks ({@link
 * io.jacinth.commands.zset.RangeKind}). No state: one instance of each command serves all threads.
 */
@NullMarked
package io.jacinth.commands.zset;

import org.jspecify.annotations.NullMarked;
