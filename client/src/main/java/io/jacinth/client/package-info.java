/**
 * A small blocking RESP client for the tools, the tests and the links between servers. A connection
 * belongs to one thread at a time. Start with {@link io.jacinth.client.RespConnection}; what comes
 * back is a {@link io.jacinth.client.RespValue}.
 */
@NullMarked
package io.jacinth.client;

import org.jspecify.annotations.NullMarked;
