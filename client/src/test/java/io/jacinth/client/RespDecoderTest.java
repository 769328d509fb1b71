package io.jacinth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jacinth.client.RespException.ProtocolViolation;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.client.RespValue.Attributed;
import io.jacinth.client.RespValue.BigNumber;
import io.jacinth.client.RespValue.BlobError;
import io.jacinth.client.RespValue.BooleanValue;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.client.RespValue.DoubleValue;
import io.jacinth.client.RespValue.IntegerValue;
import io.jacinth.client.RespValue.MapValue;
import io.jacinth.client.RespValue.NullValue;
import io.jacinth.client.RespValue.PushValue;
import io.jacinth.client.RespValue.SetValue;
import io.jacinth.client.RespValue.SimpleError;
import io.jacinth.client.RespValue.SimpleString;
import io.jacinth.client.RespValue.VerbatimString;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RespDecoderTest {

  private static final long SEED = 20260801;

  static Stream<Arguments> values() {
    RespValue one = new IntegerValue(1);
    return Stream.of(
        Arguments.of("+OK\r\n", new SimpleString("OK")),
        Arguments.of("+\r\n", new SimpleString("")),
        Arguments.of("-ERR no\r\n", new SimpleError("ERR no")),
        Arguments.of(":-9223372036854775808\r\n", new IntegerValue(Long.MIN_VALUE)),
        Arguments.of("$5\r\na\r\n\0c\r\n", bulk("a\r\n\0c")),
        Arguments.of("$0\r\n\r\n", bulk("")),
        Arguments.of("$-1\r\n", NullValue.BULK_STRING),
        Arguments.of("*-1\r\n", NullValue.ARRAY),
        Arguments.of("_\r\n", NullValue.RESP3),
        Arguments.of("*0\r\n", new ArrayValue(List.of())),
        Arguments.of(
            "*2\r\n*1\r\n:1\r\n$1\r\nx\r\n",
            new ArrayValue(List.of(new ArrayValue(List.of(one)), bulk("x")))),
        Arguments.of("#t\r\n", new BooleanValue(true)),
        Arguments.of("#f\r\n", new BooleanValue(false)),
        Arguments.of(",3.25\r\n", new DoubleValue(3.25, "3.25")),
        Arguments.of(",-inf\r\n", new DoubleValue(Double.NEGATIVE_INFINITY, "-inf")),
        Arguments.of(",nan\r\n", new DoubleValue(Double.NaN, "nan")),
        Arguments.of(
            "(12345678901234567890\r\n", new BigNumber(new BigInteger("12345678901234567890"))),
        Arguments.of("!6\r\nERR no\r\n", new BlobError("ERR no")),
        Arguments.of("=8\r\ntxt:text\r\n", new VerbatimString("txt", "text")),
        Arguments.of(
            "%1\r\n+a\r\n:1\r\n", new MapValue(List.of(Map.entry(new SimpleString("a"), one)))),
        Arguments.of("~1\r\n:1\r\n", new SetValue(List.of(one))),
        Arguments.of(">1\r\n:1\r\n", new PushValue(List.of(one))),
        Arguments.of(
            "|1\r\n+a\r\n:1\r\n:1\r\n",
            new Attributed(new MapValue(List.of(Map.entry(new SimpleString("a"), one))), one)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void decodesEveryTypeWhereverTheNetworkSplitsIt(String wire, RespValue expected) {
    byte[] bytes = wire.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(RespValue.parse(bytes)).isEqualTo(expected);
    for (int piece = 1; piece < bytes.length; piece++) {
      int pieceBytes = piece;
      assertThat(decode(bytes, position -> pieceBytes, RespLimits.DEFAULT)).isEqualTo(expected);
    }
  }

  @Test
  void decodesALongReplyInRandomPieces() {
    Random random = new Random(SEED);
    byte[] content = new byte[300_000];
    random.nextBytes(content);
    byte[] wire =
        join(
            "*3\r\n$300000\r\n".getBytes(StandardCharsets.UTF_8),
            content,
            "\r\n:7\r\n+end\r\n".getBytes(StandardCharsets.UTF_8));
    for (int round = 0; round < 20; round++) {
      RespValue value = decode(wire, position -> 1 + random.nextInt(20_000), RespLimits.DEFAULT);
      assertThat(value)
          .as("seed %d", SEED)
          .isEqualTo(
              new ArrayValue(
                  List.of(new BulkString(content), new IntegerValue(7), new SimpleString("end"))));
    }
  }

  @Test
  void recordsExactlyTheBytesOfOneValue() {
    byte[] wire =
        "|1\r\n+ttl\r\n:9\r\n*2\r\n$1\r\na\r\n,1.50\r\n+next\r\n".getBytes(StandardCharsets.UTF_8);
    ByteReader reader = new ByteReader(new Pieces(wire, position -> 3));
    reader.startRecording();
    new RespDecoder(reader, RespLimits.DEFAULT).decode();
    assertThat(new String(reader.stopRecording(), StandardCharsets.UTF_8))
        .isEqualTo("|1\r\n+ttl\r\n:9\r\n*2\r\n$1\r\na\r\n,1.50\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello\r\n", ":\r\n", ":1x\r\n", "$-2\r\n", "$3\r\nabcd\r\n", "+a\rb\n", "#x\r\n", "_x\r\n",
        ",one\r\n", "(1.5\r\n", "=3\r\ntxt\r\n", "%-1\r\n", "~-1\r\n", "+OK\r\n+OK\r\n", "$5\r\nab",
            "$?\r\n"
      })
  void refusesWhatIsNotOneReply(String wire) {
    assertThatExceptionOfType(ProtocolViolation.class)
        .isThrownBy(() -> RespValue.parse(wire.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+12345\r\n", "$6\r\n123456\r\n", "*4\r\n", "%4\r\n", "*1\r\n*1\r\n*1\r\n:1\r\n"})
  void refusesWhatGoesBeyondTheLimits(String wire) {
    RespLimits limits = new RespLimits(4, 5, 3, 2);
    assertThatExceptionOfType(ProtocolViolation.class)
        .isThrownBy(() -> decode(wire.getBytes(StandardCharsets.UTF_8), position -> 100, limits))
        .withMessageMatching(".*(longer|at most|deeper).*");
  }

  @Test
  void showsValuesOnOneLine() {
    assertThat(
            RespValue.parse(
                "*4\r\n$3\r\na\"\1\r\n:3\r\n$-1\r\n-ERR no\r\n".getBytes(StandardCharsets.UTF_8)))
        .hasToString("[\"a\\\"\\x01\", (integer) 3, (nil), (error) ERR no]");
    assertThat(RespText.quote(new byte[2_000]))
        .hasSizeLessThan(5_000)
        .contains("...(1000 bytes)...");
  }

  private static RespValue decode(byte[] wire, PieceSize pieceSize, RespLimits limits) {
    return new RespDecoder(new ByteReader(new Pieces(wire, pieceSize)), limits).decode();
  }

  private static BulkString bulk(String text) {
    return new BulkString(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] join(byte[]... parts) {
    byte[] whole = new byte[Stream.of(parts).mapToInt(part -> part.length).sum()];
    int position = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, position, part.length);
      position += part.length;
    }
    return whole;
  }

  private interface PieceSize {
    int at(int position);
  }

  /** A network that delivers a message in pieces of chosen sizes. */
  private static final class Pieces implements ByteSource {
    private final byte[] message;
    private final PieceSize pieceSize;
    private int position;

    Pieces(byte[] message, PieceSize pieceSize) {
      this.message = message;
      this.pieceSize = pieceSize;
    }

    @Override
    public int read(byte[] target) {
      int count =
          Math.min(Math.min(target.length, pieceSize.at(position)), message.length - position);
      if (count == 0) {
        throw new ProtocolViolation("the message ended");
      }
      System.arraycopy(message, position, target, 0, count);
      position += count;
      return count;
    }
  }
}
