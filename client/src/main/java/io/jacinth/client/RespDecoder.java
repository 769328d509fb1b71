package io.jacinth.client;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values out of bytes: one recursive step per nested value, bounded by {@link RespLimits}. */
final class RespDecoder {

  /** {@code txt:} at the start of a verbatim string. */
  private static final int FORMAT_LENGTH = 3;

  private final ByteReader reader;
  private final RespLimits limits;

  RespDecoder(ByteReader reader, RespLimits limits) {
    this.reader = reader;
    this.limits = limits;
  }

  static RespValue decodeWhole(byte[] wire) {
    WholeMessage message = new WholeMessage(wire);
    ByteReader reader = new ByteReader(message);
    RespValue value = new RespDecoder(reader, RespLimits.DEFAULT).decode();
    if (reader.hasBuffered() || message.hasMore()) {
      throw new ProtocolViolation("bytes follow the reply");
    }
    return value;
  }

  /** Waits for one whole value, its attributes included. */
  RespValue decode() {
    return decode(0);
  }

  private RespValue decode(int depth) {
    if (depth > limits.maxDepth()) {
      throw new ProtocolViolation("values are nested deeper than " + limits.maxDepth());
    }
    byte type = reader.next();
    return switch (type) {
      case '+' -> new SimpleString(line());
      case '-' -> new SimpleError(line());
      case ':' -> new IntegerValue(number(line()));
      case '$' -> bulkString();
      case '*' -> array(depth);
      case '_' -> emptyLine();
      case '#' -> bool();
      case ',' -> real(line());
      case '(' -> bigNumber(line());
      case '!' -> new BlobError(utf8(blob(length(limits.maxBulkBytes()))));
      case '=' -> verbatim();
      case '%' -> map(depth);
      case '~' -> new SetValue(elements(length(limits.maxElements()), depth));
      case '>' -> new PushValue(elements(length(limits.maxElements()), depth));
      case '|' -> new Attributed(map(depth), decode(depth));
      default -> throw new ProtocolViolation("no value starts with " + quoted(type));
    };
  }

  private RespValue bulkString() {
    int length = lengthOrNull(limits.maxBulkBytes());
    return length < 0 ? NullValue.BULK_STRING : new BulkString(blob(length));
  }

  private RespValue array(int depth) {
    int count = lengthOrNull(limits.maxElements());
    return count < 0 ? NullValue.ARRAY : new ArrayValue(elements(count, depth));
  }

  private List<RespValue> elements(int count, int depth) {
    List<RespValue> elements = new ArrayList<>(Math.min(count, 1_024));
    for (int i = 0; i < count; i++) {
      elements.add(decode(depth + 1));
    }
    return elements;
  }

  private MapValue map(int depth) {
    int count = length(limits.maxElements());
    List<Map.Entry<RespValue, RespValue>> entries = new ArrayList<>(Math.min(count, 1_024));
    for (int i = 0; i < count; i++) {
      RespValue key = decode(depth + 1);
      entries.add(Map.entry(key, decode(depth + 1)));
    }
    return new MapValue(entries);
  }

  private RespValue emptyLine() {
    String line = line();
    if (!line.isEmpty()) {
      throw new ProtocolViolation("a null carries " + line);
    }
    return NullValue.RESP3;
  }

  private RespValue bool() {
    String line = line();
    return switch (line) {
      case "t" -> new BooleanValue(true);
      case "f" -> new BooleanValue(false);
      default -> throw new ProtocolViolation("not a boolean: " + line);
    };
  }

  private RespValue verbatim() {
    String text = utf8(blob(length(limits.maxBulkBytes())));
    if (text.length() <= FORMAT_LENGTH || text.charAt(FORMAT_LENGTH) != ':') {
      throw new ProtocolViolation("a verbatim string without a format: " + text);
    }
    return new VerbatimString(text.substring(0, FORMAT_LENGTH), text.substring(FORMAT_LENGTH + 1));
  }

  private byte[] blob(int length) {
    byte[] bytes = reader.bytes(length);
    if (reader.next() != '\r' || reader.next() != '\n') {
      throw new ProtocolViolation("a string of " + length + " bytes is not followed by CRLF");
    }
    return bytes;
  }

  private int length(int max) {
    int length = lengthOrNull(max);
    if (length < 0) {
      throw new ProtocolViolation("a negative length");
    }
    return length;
  }

  private int lengthOrNull(int max) {
    long length = number(line());
    if (length < -1 || length > max) {
      throw new ProtocolViolation("a length of " + length + " where at most " + max + " is taken");
    }
    return (int) length;
  }

  private String line() {
    return reader.line(limits.maxLineBytes());
  }

  private static long number(String line) {
    try {
      return Long.parseLong(line);
    } catch (NumberFormatException e) {
      throw new ProtocolViolation("not an integer: " + line);
    }
  }

  private static RespValue bigNumber(String line) {
    try {
      return new BigNumber(new BigInteger(line));
    } catch (NumberFormatException e) {
      throw new ProtocolViolation("not a big number: " + line);
    }
  }

  private static RespValue real(String line) {
    return new DoubleValue(
        switch (line) {
          case "inf" -> Double.POSITIVE_INFINITY;
          case "-inf" -> Double.NEGATIVE_INFINITY;
          case "nan", "-nan" -> Double.NaN;
          default -> finite(line);
        },
        line);
  }

  private static double finite(String line) {
    try {
      return Double.parseDouble(line);
    } catch (NumberFormatException e) {
      throw new ProtocolViolation("not a double: " + line);
    }
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String quoted(byte type) {
    return RespText.quote(new byte[] {type});
  }

  /**
   * A message that is whole in memory: what does not fit the reader's buffer comes in further
   * pieces.
   */
  private static final class WholeMessage implements ByteSource {
    private final byte[] message;
    private int position;

    WholeMessage(byte[] message) {
      this.message = message;
    }

    boolean hasMore() {
      return position < message.length;
    }

    @Override
    public int read(byte[] target) {
      int count = Math.min(target.length, message.length - position);
      if (count == 0) {
        throw new ProtocolViolation("the reply is not complete");
      }
      System.arraycopy(message, position, target, 0, count);
      position += count;
      return count;
    }
  }
}
