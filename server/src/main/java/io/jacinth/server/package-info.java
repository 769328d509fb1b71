/**
 * The server as a whole: the only place that wires the parts, reads the clock of the system and
 * makes random seeds. Start with {@link io.jacinth.server.Main} for the program and {@link
 * io.jacinth.server.JacinthServer} for a server inside a program.
 */
@NullMarked
package io.jacinth.server;

import org.jspecify.annotations.NullMarked;
