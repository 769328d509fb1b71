/**
 * Commands about the server itself: its configuration, its commands, its state. The table is {@link
 * io.jacinth.commands.server.ServerCommands}.
 */
@NullMarked
package io.jacinth.commands.server;

import org.jspecify.annotations.NullMarked;
