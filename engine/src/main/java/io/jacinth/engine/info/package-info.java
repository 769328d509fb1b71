/**
 * What INFO tells: sections of named facts, read when somebody asks, from whichever thread asks.
 * Counters of other threads are taken as they are found. Start with {@link
 * io.jacinth.engine.info.InfoSections}.
 */
@NullMarked
package io.jacinth.engine.info;

import org.jspecify.annotations.NullMarked;
