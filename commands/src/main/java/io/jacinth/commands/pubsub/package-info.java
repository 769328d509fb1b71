/**
 * Channels: subscribing to them, publishing, asking who hears what. A command runs on the loop of
 * its client. Start with {@link io.jacinth.commands.pubsub.PubSubCommands}.
 */
@NullMarked
package io.jacinth.commands.pubsub;

import org.jspecify.annotations.NullMarked;
