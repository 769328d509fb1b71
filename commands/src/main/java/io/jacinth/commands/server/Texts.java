package io.jacinth.commands.server;

import io.jacinth.engine.Call;
import java.util.List;
import java.util.stream.IntStream;

/** Arguments as texts, for commands that nobody runs often. */
public final class Texts {
  private Texts() {}

  /** All arguments from a position on, a char a byte. */
  public static List<String> from(Call call, int first) {
    return IntStream.range(first, call.count()).mapToObj(call::text).toList();
  }
}
