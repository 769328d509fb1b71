/**
 * What the server remembers of its own work: commands that took long or were large, latency by
 * event. Fed from any thread, off the path of ordinary requests. Start with {@link
 * io.jacinth.engine.observe.Observation}.
 */
@NullMarked
package io.jacinth.engine.observe;

import org.jspecify.annotations.NullMarked;
