package io.jacinth.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A file that redis-server 7.0.15 has written. */
class GoldenFileTest {
  private static final byte[] FILE = LoadedFile.golden("redis-7.0.15.rdb");
  private static final int KEYS = 44 + 1;

  @Test
  void isLoadedByOneThreadAsByMany() {
    try (LoadedFile one = new LoadedFile().load(FILE, false);
        LoadedFile many = new LoadedFile().load(FILE, true)) {
      List<String> records = one.records();
      assertThat(records).hasSize(KEYS);
      assertThat(many.records()).isEqualTo(records);
    }
  }
}
