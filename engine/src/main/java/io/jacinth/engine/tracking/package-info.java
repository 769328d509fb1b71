/**
 * Client-side caching: which clients may have which keys in their caches, and telling them when a
 * key has changed. A table of keys belongs to whoever holds its partition's lock; a client's own
 * state is changed by its loop. Start with {@link io.jacinth.engine.tracking.Tracking}.
 */
@NullMarked
package io.jacinth.engine.tracking;

import org.jspecify.annotations.NullMarked;
