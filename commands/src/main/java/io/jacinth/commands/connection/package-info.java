/**
 * Commands about the connection itself. The table is {@link
 * io.jacinth.commands.connection.ConnectionCommands}.
 */
@NullMarked
package io.jacinth.commands.connection;

import org.jspecify.annotations.NullMarked;
