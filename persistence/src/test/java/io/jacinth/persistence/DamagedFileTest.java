package io.jacinth.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jacinth.persistence.rdb.RdbException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Files that are cut short or have bits flipped: refused, or loaded as some data that is sound.
 * {@code -Djacinth.damage.rounds=100000 -Djacinth.damage.seed=7} makes a long run of it.
 */
class DamagedFileTest {
  private static final byte[] FILE = LoadedFile.golden("redis-7.0.15.rdb");
  private static final int ROUNDS = Integer.getInteger("jacinth.damage.rounds", 300);
  private static final long SEED = Long.getLong("jacinth.damage.seed", 1);

  @Test
  void refusesEveryFileThatIsCutShort() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS / 3; round++) {
      byte[] cut = Arrays.copyOf(FILE, random.nextInt(FILE.length));
      try (LoadedFile loaded = new LoadedFile()) {
        assertThatThrownBy(() -> loaded.load(cut, random.nextBoolean()))
            .as("%s bytes of the file", cut.length)
            .isInstanceOf(RdbException.class)
            .hasMessageContaining("at offset");
      }
    }
  }

  @Test
  void refusesEveryFileWhoseChecksumIsWrong() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS / 3; round++) {
      byte[] damaged = FILE.clone();
      damaged[random.nextInt(FILE.length)] ^= (byte) (1 << random.nextInt(8));
      try (LoadedFile loaded = new LoadedFile()) {
        assertThatThrownBy(() -> loaded.load(damaged, random.nextBoolean()))
            .as("seed %s, round %s", SEED, round)
            .isInstanceOf(RdbException.class)
            .hasMessageContaining("offset");
      }
    }
  }

  /** Without a checksum damage may pass as other data, but as nothing else. */
  @Test
  void staysSoundWhereNoChecksumTellsOfDamage() {
    Random random = new Random(SEED);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = FILE.clone();
      for (int i = random.nextInt(8); i >= 0; i--) {
        damaged[random.nextInt(FILE.length)] = (byte) random.nextInt();
      }
      Arrays.fill(damaged, FILE.length - 8, FILE.length, (byte) 0);
      try (LoadedFile loaded = new LoadedFile()) {
        loaded.load(damaged, false);
      } catch (RdbException e) {
        assertThat(e).as("seed %s, round %s", SEED, round).hasMessageContaining("offset");
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }
}
