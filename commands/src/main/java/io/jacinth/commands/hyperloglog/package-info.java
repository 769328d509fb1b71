/**
 * Commands on HyperLogLogs: strings that estimate how many different elements they have seen. The
 * table is {@link io.jacinth.commands.hyperloglog.HyperLogLogCommands}; {@code HyperLogLog} draws
 * the bytes.
 */
@NullMarked
package io.jacinth.commands.hyperloglog;

import org.jspecify.annotations.NullMarked;
