/**
 * The append-only file in Redis's multi-part layout: a manifest, a base file and incremental files
 * in a directory of their own. One thread writes ({@link io.jacinth.persistence.aof.AofWriter}),
 * never an event loop. Start with {@link io.jacinth.persistence.aof.AppendOnlyFile}.
 */
@NullMarked
package io.jacinth.persistence.aof;

import org.jspecify.annotations.NullMarked;
