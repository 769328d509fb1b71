/** Servers that are killed at random moments, and what they still know afterwards. */
@NullMarked
package io.jacinth.persistence.crash;

import org.jspecify.annotations.NullMarked;
