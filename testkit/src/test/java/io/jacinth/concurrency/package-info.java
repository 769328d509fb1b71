/**
 * Many clients at once over several event loops: what one command does is seen whole or not at all,
 * and memory is in order afterwards. Start with {@link io.jacinth.concurrency.ConcurrencyTest}.
 */
@NullMarked
package io.jacinth.concurrency;

import org.jspecify.annotations.NullMarked;
