@NullMarked
package io.jacinth.testkit;

import org.jspecify.annotations.NullMarked;
