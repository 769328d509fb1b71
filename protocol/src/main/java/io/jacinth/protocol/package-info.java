/**
 * RESP2 and RESP3: bytes to requests and replies to bytes. Every object here belongs to one event
 * loop (or to the one thread that calls in process). Start with {@link
 * io.jacinth.protocol.RequestParser} and {@link io.jacinth.protocol.Reply}.
 */
@NullMarked
package io.jacinth.protocol;

import org.jspecify.annotations.NullMarked;
