/** Tests of the commands about channels, each against Jacinth and a real Redis. */
@NullMarked
package io.jacinth.commands.pubsub;

import org.jspecify.annotations.NullMarked;
