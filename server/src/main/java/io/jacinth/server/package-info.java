@NullMarked
package io.jacinth.server;

import org.jspecify.annotations.NullMarked;
