@NullMarked
package io.jacinth.engine;

import org.jspecify.annotations.NullMarked;
