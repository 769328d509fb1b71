/**
 * The RDB format (as described by rdb.fnordig.de and by what redis-server writes): lengths,
 * strings, values of every type and age. Knows no keys and no server: {@link
 * io.jacinth.persistence.rdb.ValueReader} tells a {@link io.jacinth.persistence.rdb.ValueSink} what
 * it finds. No state is shared; each object belongs to the thread that made it.
 */
@NullMarked
package io.jacinth.persistence.rdb;

import org.jspecify.annotations.NullMarked;
