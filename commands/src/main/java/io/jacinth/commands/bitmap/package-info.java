/**
 * Commands on the bits of strings. Bit 0 is the highest bit of the first byte. The table is {@link
 * io.jacinth.commands.bitmap.BitmapCommands}; the loops over memory are in {@code Bits} and {@code
 * BitFold}.
 */
@NullMarked
package io.jacinth.commands.bitmap;

import org.jspecify.annotations.NullMarked;
