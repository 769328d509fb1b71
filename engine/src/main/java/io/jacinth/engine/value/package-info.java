/**
 * Collections: what lies under a key whose value is no string. A small one is packed in the key's
 * entry ({@link io.jacinth.engine.value.Packed}), a large one is a {@link
 * io.jacinth.engine.value.Structure} of its partition. Everything here is used under that
 * partition's lock. Start with {@link io.jacinth.engine.value.ValueHome}, then any of the values.
 */
@NullMarked
package io.jacinth.engine.value;

import org.jspecify.annotations.NullMarked;
