package io.jacinth.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Integers to digits and back, against the JDK's. */
class DecimalsTest {
  private static final long SEED = 7;

  private final MemorySegment target = Arena.ofAuto().allocate(64);

  private void roundTrip(long value) {
    int length = Decimals.write(value, target, 3);
    Slice written = new Slice(target, 3, length);
    assertThat(written.toString()).isEqualTo(Long.toString(value));
    assertThat(Decimals.length(value)).isEqualTo(length);
    assertThat(written.integerOr(value == 0 ? 1 : 0)).isEqualTo(value);
    assertThat(written.isInteger()).isTrue();
  }

  @Test
  void everyIntegerReadsBackAsItWasWritten() {
    System.out.println("DecimalsTest seed " + SEED);
    for (long power = 1; power > 0 && power < Long.MAX_VALUE / 10; power *= 10) {
      for (long near = -1; near <= 1; near++) {
        roundTrip(power + near);
        roundTrip(-power - near);
      }
    }
    roundTrip(Long.MAX_VALUE);
    roundTrip(Long.MIN_VALUE);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 20_000; i++) {
      roundTrip(random.nextLong() >> random.nextInt(64));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "-",
    "+1",
    "01",
    "-0",
    "1a",
    "' 1'",
    "1.0",
    "9223372036854775808",
    "-9223372036854775809",
    "99999999999999999999",
    "123456789012345678901"
  })
  void whatIsNotCanonicalIsNoInteger(String text) {
    assertThat(Slice.of(text).isInteger()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "3.0, 3",
    "0.1, 0.1",
    "-2.5, -2.5",
    "1e20, 1e+20",
    "1.5e300, 1.5e+300",
    "1e-7, 1e-7",
    "123456789.125, 123456789.125",
    "-0.0, -0"
  })
  void doublesTakeTheirShortestForm(double value, String text) {
    assertThat(Decimals.shortest(value)).isEqualTo(text);
  }
}
