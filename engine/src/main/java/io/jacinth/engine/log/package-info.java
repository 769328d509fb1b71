/**
 * The server's log. Any thread may write to it, a line at a time. Start with {@link
 * io.jacinth.engine.log.ServerLog}.
 */
@NullMarked
package io.jacinth.engine.log;

import org.jspecify.annotations.NullMarked;
