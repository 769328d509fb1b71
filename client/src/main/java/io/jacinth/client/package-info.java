@NullMarked
package io.jacinth.client;

import org.jspecify.annotations.NullMarked;
