package io.jacinth.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packed lists: against a list of Java's, and against the bytes that the format page gives. */
class ListpackTest {
  private static final int OFFSET = 24;

  private final MemorySegment memory = Arena.ofAuto().allocate(8 << 20);
  private final Listpack list = new Listpack();

  private void format() {
    Listpack.format(memory, OFFSET);
    list.set(memory, OFFSET);
  }

  private void put(int from, int to, Object element, int more) {
    if (element instanceof Long value) {
      list.makeRoom(from, to, Listpack.bytesOf(value), more);
      list.write(from, value);
    } else {
      byte[] bytes = ((String) element).getBytes(StandardCharsets.ISO_8859_1);
      list.makeRoom(from, to, Listpack.bytesOfString(bytes.length), more);
      list.write(from, Arena.ofAuto().allocateFrom(JAVA_BYTE, bytes), 0, bytes.length);
    }
  }

  private Object get(int position) {
    if (list.isInteger(position)) {
      return list.integer(position);
    }
    byte[] bytes = new byte[list.stringLength(position)];
    MemorySegment.copy(memory, JAVA_BYTE, list.stringOffset(position), bytes, 0, bytes.length);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private String hex() {
    byte[] bytes = memory.asSlice(OFFSET, list.bytes()).toArray(JAVA_BYTE);
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  void writesTheFormat() {
    format();
    put(list.end(), list.end(), "hello", 1);
    put(list.end(), list.end(), 1024L, 1);
    put(list.end(), list.end(), -1L, 1);
    put(list.end(), list.end(), 127L, 1);
    put(list.end(), list.end(), 100000L, 1);
    assertThat(hex())
        .isEqualTo(
            "1b000000"
                + "0500"
                + "8568656c6c6f06"
                + "c40002"
                + "dfff02"
                + "7f01"
                + "f2a0860104"
                + "ff");
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        1,
        127,
        128,
        -1,
        4095,
        4096,
        -4096,
        -4097,
        32767,
        32768,
        -32768,
        -32769,
        8388607,
        8388608,
        -8388608,
        -8388609,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE + 1L,
        Integer.MIN_VALUE,
        Integer.MIN_VALUE - 1L,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void keepsIntegers(long value) {
    format();
    put(list.end(), list.end(), value, 1);
    put(list.end(), list.end(), "x", 1);
    assertThat(get(list.first())).isEqualTo(value);
    assertThat(list.previous(list.last())).isEqualTo(list.first());
    assertThat(Listpack.isSound(memory, OFFSET, list.bytes())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 125, 126, 127, 4095, 4096, 16378, 16379, 16380, 2097150})
  void keepsStrings(int length) {
    format();
    put(list.end(), list.end(), "x".repeat(length), 1);
    put(list.end(), list.end(), 7L, 1);
    assertThat(get(list.first())).isEqualTo("x".repeat(length));
    assertThat(list.previous(list.last())).isEqualTo(list.first());
    assertThat(Listpack.isSound(memory, OFFSET, list.bytes())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void doesAsAListDoes(long seed) {
    Random random = new Random(seed);
    List<Object> model = new ArrayList<>();
    format();
    for (int i = 0; i < 5_000; i++) {
      int index = random.nextInt(model.size() + 1);
      int at = index == model.size() ? list.end() : list.at(index);
      Object element = element(random);
      switch (model.isEmpty() ? 0 : random.nextInt(model.size() > 300 ? 4 : 3)) {
        case 0, 1 -> {
          put(at, at, element, 1);
          model.add(index, element);
        }
        case 2 -> {
          if (index < model.size()) {
            put(at, list.after(at), element, 0);
            model.set(index, element);
          }
        }
        default -> {
          if (index < model.size()) {
            list.makeRoom(at, list.after(at), 0, -1);
            model.remove(index);
          }
        }
      }
      if (i % 50 == 0) {
        compare(model);
      }
    }
    compare(model);
  }

  private void compare(List<Object> model) {
    assertThat(Listpack.isSound(memory, OFFSET, list.bytes())).isTrue();
    List<Object> forwards = new ArrayList<>();
    for (int position = list.first(); position != 0; position = list.next(position)) {
      forwards.add(get(position));
    }
    List<Object> backwards = new ArrayList<>();
    for (int position = list.last(); position != 0; position = list.previous(position)) {
      backwards.addFirst(get(position));
    }
    assertThat(forwards).isEqualTo(model).isEqualTo(backwards);
    assertThat(list.count()).isEqualTo(model.size());
  }

  private static Object element(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextLong() >> random.nextInt(64);
      case 1 -> "s".repeat(random.nextInt(200));
      case 2 -> "b" + random.nextInt();
      default -> (long) random.nextInt(300) - 50;
    };
  }

  @Test
  void countsBeyondWhatTheHeaderTells() {
    format();
    for (int i = 0; i < 70_000; i++) {
      put(list.end(), list.end(), (long) (i & 127), 1);
    }
    assertThat(list.count()).isEqualTo(70_000);
    int tail = list.at(60_000);
    list.makeRoom(tail, list.end(), 0, -10_000);
    assertThat(list.count()).isEqualTo(60_000);
  }

  /** Whatever bytes are there: an answer, and no read beyond them. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void tellsSoundFromUnsound(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      format();
      for (int i = random.nextInt(8); i >= 0; i--) {
        put(list.end(), list.end(), element(random), 1);
      }
      byte[] bytes = memory.asSlice(OFFSET, list.bytes()).toArray(JAVA_BYTE);
      for (int i = random.nextInt(3); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      MemorySegment exact = Arena.ofAuto().allocate(bytes.length);
      MemorySegment.copy(bytes, 0, exact, JAVA_BYTE, 0, bytes.length);
      if (Listpack.isSound(exact, 0, bytes.length)) {
        Listpack sound = new Listpack().set(exact, 0);
        int count = 0;
        for (int position = sound.first(); position != 0; position = sound.next(position)) {
          count++;
        }
        assertThat(sound.count()).isEqualTo(count);
      }
    }
  }
}
