/**
 * Streams: entries by id in packed nodes off heap, and the groups that read them. Everything here
 * is used under the partition's lock. Start with {@link
 * io.jacinth.engine.value.stream.StreamValue}, which commands see, then {@link
 * io.jacinth.engine.value.stream.Stream}.
 */
@NullMarked
package io.jacinth.engine.value.stream;

import org.jspecify.annotations.NullMarked;
