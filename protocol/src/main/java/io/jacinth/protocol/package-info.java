@NullMarked
package io.jacinth.protocol;

import org.jspecify.annotations.NullMarked;
