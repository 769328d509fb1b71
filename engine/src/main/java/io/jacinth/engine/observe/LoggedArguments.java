package io.jacinth.engine.observe;

import io.jacinth.engine.Call;
import io.jacinth.protocol.Slice;
import java.util.ArrayList;
import java.util.List;

/** The words of a request as a log keeps them: no secrets, and bounded. */
final class LoggedArguments {
  private static final int MOST = 32;
  private static final int LONGEST = 128;
  private static final String SECRET = "(redacted)";

  private LoggedArguments() {}

  /** At most 32 words of at most 128 bytes; what is left out is said in the place of the last. */
  static List<String> of(Call call) {
    List<String> words = new ArrayList<>();
    int count = call.count();
    int shown = count > MOST ? MOST - 1 : count;
    for (int i = 0; i < shown; i++) {
      words.add(cut(visible(call, i)));
    }
    if (shown < count) {
      words.add("... (" + (count - shown) + " more arguments)");
    }
    return List.copyOf(words);
  }

  /** A word, or what stands for it where nobody else may read it. */
  static Slice visible(Call call, int index) {
    return index > 0 && call.command().command().isSecret(call, index)
        ? Slice.of(SECRET)
        : call.argument(index);
  }

  private static String cut(Slice word) {
    int over = word.length() - LONGEST;
    if (over <= 0) {
      return word.toString();
    }
    return new Slice(word.segment(), word.offset(), LONGEST) + "... (" + over + " more bytes)";
  }
}
