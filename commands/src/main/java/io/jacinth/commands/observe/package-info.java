/**
 * What the server tells of its own work: slow and large commands, latency. Start with {@link
 * io.jacinth.commands.observe.ObserveCommands}.
 */
@NullMarked
package io.jacinth.commands.observe;

import org.jspecify.annotations.NullMarked;
