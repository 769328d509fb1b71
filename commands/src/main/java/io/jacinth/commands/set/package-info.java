/** Commands on sets. The table is {@link io.jacinth.commands.set.SetCommands}. */
@NullMarked
package io.jacinth.commands.set;

import org.jspecify.annotations.NullMarked;
