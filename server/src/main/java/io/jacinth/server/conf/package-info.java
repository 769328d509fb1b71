/**
 * What the server is started with: its command line and redis.conf's syntax, up to settings that
 * are filled in. Used by one thread before the server runs. Start with {@link
 * io.jacinth.server.conf.Invocation} and {@link io.jacinth.server.conf.ConfigReader}.
 */
@NullMarked
package io.jacinth.server.conf;

import org.jspecify.annotations.NullMarked;
