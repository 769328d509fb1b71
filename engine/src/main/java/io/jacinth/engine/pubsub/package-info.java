/**
 * Channels and who hears them. The directories are read without a lock by whoever publishes; they
 * are changed under their own lock, on the loop of the client that comes or goes. Start with {@link
 * io.jacinth.engine.pubsub.PubSub}.
 */
@NullMarked
package io.jacinth.engine.pubsub;

import org.jspecify.annotations.NullMarked;
