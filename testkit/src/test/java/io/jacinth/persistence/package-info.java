/** Values that cross between Jacinth and a real Redis. */
@NullMarked
package io.jacinth.persistence;

import org.jspecify.annotations.NullMarked;
