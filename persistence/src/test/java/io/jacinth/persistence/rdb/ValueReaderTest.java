package io.jacinth.persistence.rdb;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as redis-server 7.0.15 dumps them, as older ones did, and damaged ones. */
class ValueReaderTest {
  private static final int FOOTER_BYTES = 10;
  private static final Map<String, byte[]> PAYLOADS = payloads();

  private static Map<String, byte[]> payloads() {
    var file =
        Objects.requireNonNull(ValueReaderTest.class.getResourceAsStream("payloads-7.0.15.txt"));
    Map<String, byte[]> payloads = new TreeMap<>();
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        payloads.put(words[0], HexFormat.of().parseHex(words[1]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return payloads;
  }

  private static String read(byte[] bytes, int footer) {
    MemorySegment segment = Arena.ofAuto().allocateFrom(JAVA_BYTE, bytes);
    Recorder recorder = new Recorder();
    try (RdbInput in = new RdbInput(segment, 0, bytes.length - footer)) {
      new ValueReader(in, recorder).read(in.unsignedByte());
      if (in.left() > 0) {
        throw new RdbException("more than a value");
      }
    }
    return recorder.text.toString().strip();
  }

  private static String readPayload(String name) {
    return read(Objects.requireNonNull(PAYLOADS.get(name)), FOOTER_BYTES);
  }

  @ParameterizedTest
  @CsvSource({
    "string-int8, string -7",
    "string-int16, string 1000",
    "string-int32, string 100000",
    "string-int64, string 12345678901234",
    "string-short, string hello",
    "set-ints, set -3 1 5 end",
    "set-ints32, set 5 100000 end",
    "set-ints64, set 5 1099511627776 end",
    "hash-small, hash f=v n=12 end",
    "zset-small, zset c=-Infinity a=1.0 b=2.5 end",
    "list-plain, LIST_PLAIN",
    "list-small, LIST_SMALL",
  })
  void readsWhatRedisDumps(String name, String expected) {
    String all =
        expected
            .replace("LIST_PLAIN", "list a " + "x".repeat(9000) + " b end")
            .replace("LIST_SMALL", "list a 1 -5000 " + "bb".repeat(50) + " end");
    assertThat(readPayload(name)).isEqualTo(all);
  }

  @Test
  void readsLargeAndCompressedValues() {
    assertThat(readPayload("string-compressed")).isEqualTo("string " + "abcabcabc".repeat(40));
    assertThat(readPayload("string-500")).hasSize(507);
    assertThat(readPayload("list-large"))
        .startsWith("list element-0 element-1 ")
        .endsWith(" element-1999 end");
    assertThat(readPayload("set-strings").split(" "))
        .containsExactlyInAnyOrder("set", "a", "b", "c", "end");
    assertThat(readPayload("hash-large").split(" "))
        .containsExactlyInAnyOrder("hash", "f=" + "v".repeat(100), "g=w", "end");
    assertThat(readPayload("zset-large").split(" "))
        .containsExactlyInAnyOrder("zset", "a".repeat(100) + "=1.0", "b=Infinity", "c=0.1", "end");
  }

  @Test
  void readsStreams() {
    assertThat(readPayload("stream-small"))
        .startsWith("stream 1-1 f v 3-0 g x h y ")
        .contains(
            "StreamFacts[length=2, lastMillis=3, lastSequence=0, firstMillis=1,"
                + " firstSequence=1, deletedMillis=2, deletedSequence=5, entriesAdded=3]");
    assertThat(readPayload("stream-groups"))
        .contains(
            "group g1 2-1 2 pending 1-1 1 pending 2-1 1 consumer alice owns 1-1"
                + " consumer bob owns 2-1 group g2 2-1 -1 end");
  }

  /** Forms that servers before 7.0 wrote, byte by byte from the description of the format. */
  @ParameterizedTest
  @CsvSource({
    // zipmap: 2 pairs, the second value with an unused byte
    "09 0e 02 01 61 02 00 62 62 01 63 01 01 64 00 ff, hash a=bb c=d end",
    // ziplists: string, immediate, 8, 16, 24, 32 and 64 bits
    "0a 0f 0f000000 0a000000 0100 00 01 61 ff, ''",
    "0a 0e 0e000000 0a000000 0100 00 01 61 ff, list a end",
    "0a 10 10000000 0c000000 0200 00 f1 02 fe 80 ff, list 0 -128 end",
    "0a 0f 0f000000 0a000000 0100 00 c0 3412 ff, list 4660 end",
    "0a 10 10000000 0a000000 0100 00 f0 ffff7f ff, list 8388607 end",
    "0a 11 11000000 0a000000 0100 00 d0 00000080 ff, list -2147483648 end",
    "0d 11 11000000 0d000000 0200 00 01 66 03 01 76 ff, hash f=v end",
    "0c 10 10000000 0d000000 0200 00 01 6d 03 f6 ff, zset m=5.0 end",
    // what is said twice is said twice alike: lengths, the last entry's place, the count if any
    "0d 11 11000000 0d000000 0200 00 01 66 04 01 76 ff, ''",
    "0d 11 11000000 0a000000 0200 00 01 66 03 01 76 ff, ''",
    "0d 11 11000000 0d000000 0300 00 01 66 03 01 76 ff, ''",
    "0d 11 11000000 0d000000 ffff 00 01 66 03 01 76 ff, hash f=v end",
    "0d 15 15000000 0d000000 0200 00 01 66 fe03000000 01 76 ff, hash f=v end",
    "0e 01 0e 0e000000 0a000000 0100 00 01 61 ff, list a end",
    // a sorted set with scores as text
    "03 02 01 61 03 312e35 01 62 fe, zset a=1.5 b=Infinity end",
    "01 02 01 61 c0 05, list a 5 end",
  })
  void readsOldForms(String hex, String expected) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    if (expected.isEmpty()) {
      assertThatThrownBy(() -> read(bytes, 0)).isInstanceOf(RdbException.class);
    } else {
      assertThat(read(bytes, 0)).isEqualTo(expected);
    }
  }

  @Test
  void readsFieldsWithDeadlines() {
    String hex = "18 e803000000000000 02 00 01 61 01 62 0b 01 63 01 64";
    assertThat(read(HexFormat.of().parseHex(hex.replace(" ", "")), 0))
        .isEqualTo("hash a=b c=d@1010 end");
  }

  /** Damage gives an answer or an RdbException, never anything else. */
  @Test
  void survivesDamage() {
    Random random = new Random(20_261_121);
    int refused = 0;
    for (int round = 0; round < 30_000; round++) {
      byte[][] all = PAYLOADS.values().toArray(byte[][]::new);
      byte[] bytes = all[random.nextInt(all.length)].clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(Math.min(bytes.length, 200))] = (byte) random.nextInt();
      }
      try {
        read(bytes, FOOTER_BYTES);
      } catch (RdbException damaged) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(5_000);
  }
}
