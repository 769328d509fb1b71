package io.jacinth.persistence.rdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.protocol.Slice;
import org.junit.jupiter.api.Test;

class Crc64Test {
  /** The check value that the catalogue of CRCs gives for CRC-64/REDIS. */
  @Test
  void hasTheCheckValue() {
    Slice text = Slice.of("123456789");
    assertThat(Crc64.update(0, text.segment(), 0, 9)).isEqualTo(0xE9C6D914C4B8D9CAL);
  }

  @Test
  void goesOnWhereItStopped() {
    Slice text = Slice.of("123456789".repeat(7));
    long whole = Crc64.update(0, text.segment(), 0, text.length());
    for (int cut = 0; cut <= text.length(); cut++) {
      long first = Crc64.update(0, text.segment(), 0, cut);
      assertThat(Crc64.update(first, text.segment(), cut, text.length() - cut)).isEqualTo(whole);
    }
  }
}
