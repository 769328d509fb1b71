package io.jacinth.engine.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  /** The bits of clients, commands and the server are looked at together. */
  @Test
  void everyBitHasOneMeaning() throws IllegalAccessException {
    int seen = 0;
    for (Field field : Admission.class.getFields()) {
      if (field.getType() == int.class) {
        int bit = field.getInt(null);
        assertThat(Integer.bitCount(bit)).as(field.getName()).isEqualTo(1);
        assertThat(seen & bit).as(field.getName()).isZero();
        seen |= bit;
      }
    }
    assertThat(seen).isNotZero();
  }
}
