@NullMarked
package io.jacinth.memory;

import org.jspecify.annotations.NullMarked;
