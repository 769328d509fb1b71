/**
 * The error replies, each named once with its exact text on the wire. Shared by all threads,
 * immutable. Start with {@link io.jacinth.engine.error.ErrorReply}.
 */
@NullMarked
package io.jacinth.engine.error;

import org.jspecify.annotations.NullMarked;
