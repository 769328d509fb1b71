/**
 * What the server writes in Redis's file formats, and reads of them. Start with {@link
 * io.jacinth.persistence.RdbSnapshots}; the format itself is in {@link io.jacinth.persistence.rdb}.
 */
@NullMarked
package io.jacinth.persistence;

import org.jspecify.annotations.NullMarked;
