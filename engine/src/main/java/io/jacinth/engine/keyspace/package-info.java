/**
 * The data: partitions of keys, values and deadlines. A partition and everything it owns is used by
 * whoever holds its lock. Start with {@link io.jacinth.engine.keyspace.Database}, what commands
 * see; then {@link io.jacinth.engine.keyspace.Keyspace} and {@link
 * io.jacinth.engine.keyspace.Entry}, how it lies in memory.
 */
@NullMarked
package io.jacinth.engine.keyspace;

import org.jspecify.annotations.NullMarked;
