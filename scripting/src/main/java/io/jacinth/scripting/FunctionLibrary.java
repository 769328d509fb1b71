package io.jacinth.scripting;

import io.jacinth.protocol.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A library of functions, as it was loaded. Immutable.
 *
 * @param code in memory of its own
 */
record FunctionLibrary(String name, Slice code, List<Function> functions) {
  /** One of its functions. */
  record Function(String name, @Nullable String description, Script script) {}
}
