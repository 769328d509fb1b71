/** Commands on strings. The table is {@link io.jacinth.commands.string.StringCommands}. */
@NullMarked
package io.jacinth.commands.string;

import org.jspecify.annotations.NullMarked;
