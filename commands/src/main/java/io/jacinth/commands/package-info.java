/**
 * The commands: a package per family, a file per command. Stateless; a command runs on the thread
 * of whichever worker calls it, under the locks of its keys. Start with {@link
 * io.jacinth.commands.AllCommands}, then a family's table, as {@link
 * io.jacinth.commands.string.StringCommands}.
 */
@NullMarked
package io.jacinth.commands;

import org.jspecify.annotations.NullMarked;
