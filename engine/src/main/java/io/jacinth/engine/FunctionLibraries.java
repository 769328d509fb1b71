package io.jacinth.engine;

import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The libraries of functions that FCALL runs. Read by anybody; who changes them holds every lock.
 * What cannot be done is thrown as a {@link io.jacinth.engine.error.CommandException}.
 */
public interface FunctionLibraries {
  /** What FUNCTION RESTORE does with the libraries that are there. */
  enum Policy {
    FLUSH,
    APPEND,
    REPLACE
  }

  /** Makes a library of its code; answers its name. */
  String load(Slice code, boolean replaces);

  void delete(String name);

  void flush();

  /** Makes the libraries of these codes, all or none. */
  void restore(List<Slice> codes, Policy policy);

  /** The code of each library. */
  List<Slice> codes();

  /** Answers the libraries whose names match a pattern, all for null. */
  void list(Reply reply, @Nullable Slice pattern, boolean hasCode);

  /** Answers what runs now and how many libraries there are. */
  void stats(Reply reply);
}
