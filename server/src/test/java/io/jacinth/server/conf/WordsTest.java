package io.jacinth.server.conf;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.engine.config.FileLine;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void wordsStandBetweenBlanks() {
    assertThat(Words.split("  hz \t 20  ")).containsExactly("hz", "20");
    assertThat(Words.split(" \t")).isEmpty();
    assertThat(Words.split("a#b #c")).containsExactly("a#b", "#c");
  }

  @Test
  void doubleQuotesHoldBlanksAndEscapes() {
    assertThat(Words.split("x \"a b\\x41\\n\\t\\\"\\q\\\\\""))
        .containsExactly("x", "a bA\n\t\"q\\");
    assertThat(Words.split("\"\\xZ1\"")).containsExactly("xZ1");
    assertThat(Words.split("\"\" ''")).containsExactly("", "");
  }

  @Test
  void singleQuotesHoldAlmostEverything() {
    assertThat(Words.split("'a\\x41\\n\\'b'")).containsExactly("a\\x41\\n'b");
  }

  @Test
  void aBackslashOutsideQuotesStandsForItself() {
    assertThat(Words.split("\\x41\\n")).containsExactly("\\x41\\n");
  }

  @Test
  void aQuoteMayOpenWithinAWordAndMustCloseAtItsEnd() {
    assertThat(Words.split("a\"b c\"")).containsExactly("ab c");
    assertThat(Words.split("\"a\"b")).isNull();
    assertThat(Words.split("'a'b")).isNull();
    assertThat(Words.split("\"a")).isNull();
    assertThat(Words.split("'a")).isNull();
    assertThat(Words.split("\"a\\\"")).isNull();
  }

  @Test
  void whatIsQuotedIsFoundAgain() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      StringBuilder word = new StringBuilder();
      for (int n = random.nextInt(8); n > 0; n--) {
        word.append((char) random.nextInt(256));
      }
      assertThat(Words.split(FileLine.quoted(word.toString())))
          .as("seed %d", seed)
          .isEqualTo(List.of(word.toString()));
    }
  }
}
