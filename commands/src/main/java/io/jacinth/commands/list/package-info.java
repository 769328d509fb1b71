/** Commands on lists. The table is {@link io.jacinth.commands.list.ListCommands}. */
@NullMarked
package io.jacinth.commands.list;

import org.jspecify.annotations.NullMarked;
