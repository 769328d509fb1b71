/**
 * The commands about scripts and functions, a file each; the work is done by what implements {@link
 * io.jacinth.engine.Scripting} and {@link io.jacinth.engine.ScriptRunner}. They run on a worker's
 * thread. Start with {@link io.jacinth.commands.scripting.ScriptingCommands}.
 */
@NullMarked
package io.jacinth.commands.scripting;

import org.jspecify.annotations.NullMarked;
