/**
 * Commands on keys, whatever their values are. The table is {@link
 * io.jacinth.commands.generic.GenericCommands}.
 */
@NullMarked
package io.jacinth.commands.generic;

import org.jspecify.annotations.NullMarked;
