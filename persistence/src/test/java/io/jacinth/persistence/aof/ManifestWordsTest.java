package io.jacinth.persistence.aof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestWordsTest {
  @Test
  void leavesPlainNamesAsTheyAre() {
    assertThat(ManifestWords.quoted("appendonly.aof.1.base.rdb"))
        .isEqualTo("appendonly.aof.1.base.rdb");
  }

  /** As Redis 7.0 writes it. */
  @Test
  void quotesWhatItMust() {
    assertThat(ManifestWords.quoted(" file\n\u00e4\"\\ "))
        .isEqualTo("\" file\\n\\xc3\\xa4\\\"\\\\ \"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", " file seq \n\n.aof ", "\u00e4\u20ac", "\\", "\"'", "\u0007\b\t\r\u0001"})
  void readsWhatItHasWritten(String name) {
    String line = "file " + ManifestWords.quoted(name) + " seq 1";
    assertThat(line).isASCII();
    assertThat(ManifestWords.split(line)).containsExactly("file", name, "seq", "1");
  }

  @Test
  void readsNamesThatAreNotEscaped() {
    String line =
        new String(
            "file 'a \u00e4' x".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(ManifestWords.split(line)).containsExactly("file", "a \u00e4", "x");
  }

  @Test
  void findsNothingWhereAQuoteDoesNotEnd() {
    assertThat(ManifestWords.split("file \"a seq 1")).isEmpty();
    assertThat(ManifestWords.split("file \"a\"b seq 1")).isEmpty();
  }
}
