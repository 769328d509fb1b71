/**
 * The network: event loops on Netty, connections, and the way of bytes from a socket to a {@link
 * io.jacinth.engine.Worker} and back. A connection, its client and its loop's buffers belong to the
 * loop's thread. Start with {@link io.jacinth.server.transport.Connection#channelRead}.
 */
@NullMarked
package io.jacinth.server.transport;

import org.jspecify.annotations.NullMarked;
