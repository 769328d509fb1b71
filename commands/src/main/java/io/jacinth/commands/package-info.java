@NullMarked
package io.jacinth.commands;

import org.jspecify.annotations.NullMarked;
