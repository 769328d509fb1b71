/** The append-only file with bytes that nobody wrote. */
@NullMarked
package io.jacinth.persistence.aof;

import org.jspecify.annotations.NullMarked;
