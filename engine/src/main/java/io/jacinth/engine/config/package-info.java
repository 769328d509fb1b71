/**
 * Configuration: every directive declared once, in a table of its theme, with its kind, range,
 * default and meaning; CONFIG GET, CONFIG SET and the configuration file follow from that. A
 * setting is read by any thread at the cost of a field read; it is changed under the lock of its
 * {@link io.jacinth.engine.config.Configuration}. Start with {@link
 * io.jacinth.engine.config.ServerSettings}.
 */
@NullMarked
package io.jacinth.engine.config;

import org.jspecify.annotations.NullMarked;
