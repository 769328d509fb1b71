/**
 * The stream commands, a file each. They run on a worker's thread, under the locks of their keys.
 * Start with {@link io.jacinth.commands.stream.StreamCommands}.
 */
@NullMarked
package io.jacinth.commands.stream;

import org.jspecify.annotations.NullMarked;
