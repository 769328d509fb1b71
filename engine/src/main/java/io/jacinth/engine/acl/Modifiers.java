package io.jacinth.engine.acl;

import io.jacinth.protocol.RequestParser;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a line of words becomes modifiers of ACL SETUSER. */
final class Modifiers {
  private Modifiers() {}

  /**
   * Joins what stands between parentheses to one modifier: {@code (~a* +get)} comes as two words.
   *
   * @return null where one is not closed
   */
  static @Nullable List<String> joined(List<String> words) {
    List<String> modifiers = new ArrayList<>();
    StringBuilder open = null;
    for (String word : words) {
      if (open == null && word.startsWith("(") && !word.endsWith(")")) {
        open = new StringBuilder(word);
      } else if (open == null) {
        modifiers.add(word);
      } else {
        open.append(' ').append(word);
        if (word.endsWith(")")) {
          modifiers.add(open.toString());
          open = null;
        }
      }
    }
    return open == null ? modifiers : null;
  }

  /** The word whose parenthesis is not closed, of words that {@link #joined} refuses. */
  static String unclosed(List<String> words) {
    String open = "";
    for (String word : words) {
      if (open.isEmpty() && word.startsWith("(") && !word.endsWith(")")) {
        open = word;
      } else if (!open.isEmpty() && word.endsWith(")")) {
        open = "";
      }
    }
    return open;
  }

  /** Splits the inside of a selector as an inline request is split, quotes and all. */
  static List<String> split(String text) {
    byte[] line = (" " + text + "\n").getBytes(StandardCharsets.ISO_8859_1);
    MemorySegment memory = Arena.ofAuto().allocate(line.length + (long) RequestParser.SLACK);
    MemorySegment.copy(MemorySegment.ofArray(line), 0, memory, 0, line.length);
    RequestParser parser = new RequestParser();
    parser.reset(memory, 0, line.length);
    parser.beginBatch();
    List<String> words = new ArrayList<>();
    if (text.isBlank() || parser.next() != RequestParser.REQUEST) {
      return words;
    }
    parser.select(0);
    for (int i = 0; i < parser.count(); i++) {
      words.add(parser.argument(i, new Slice()).toString());
    }
    return words;
  }
}
