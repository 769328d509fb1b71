package io.jacinth.client;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One value of RESP2 or RESP3 as it stood on the wire. Values compare by content; {@code toString}
 * is made for test messages and looks like redis-cli's output, on one line.
 */
public sealed interface RespValue {

  /** Decodes exactly one reply; bytes left over are a {@link RespException.ProtocolViolation}. */
  static RespValue parse(byte[] wire) {
    return RespDecoder.decodeWhole(wire);
  }

  /** {@code +OK}. */
  record SimpleString(String text) implements RespValue {
    @Override
    public String toString() {
      return text;
    }
  }

  /** {@code -ERR message}: the whole line after the minus sign. */
  record SimpleError(String text) implements RespValue {
    @Override
    public String toString() {
      return "(error) " + text;
    }
  }

  /** {@code :3}. */
  record IntegerValue(long value) implements RespValue {
    @Override
    public String toString() {
      return "(integer) " + value;
    }
  }

  /** {@code $3}: bytes of any content. */
  final class BulkString implements RespValue {

    private final byte[] bytes;

    /** Takes the bytes over; the caller must not change them any more. */
    public BulkString(byte[] bytes) {
      this.bytes = bytes;
    }

    /** The bytes themselves, not a copy: for reading only. */
    public byte[] bytes() {
      return bytes;
    }

    /** The bytes read as UTF-8. */
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof BulkString that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return RespText.quote(bytes);
    }
  }

  /** {@code *2}. */
  record ArrayValue(List<RespValue> elements) implements RespValue {
    @Override
    public String toString() {
      return RespText.list("[", elements, "]");
    }
  }

  /** Nothing, in each of the three ways to write it. */
  enum NullValue implements RespValue {
    /** {@code $-1} of RESP2. */
    BULK_STRING("(nil)"),
    /** {@code *-1} of RESP2. */
    ARRAY("(nil array)"),
    /** {@code _} of RESP3. */
    RESP3("(null)");

    private final String text;

    NullValue(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** {@code #t} or {@code #f}. */
  record BooleanValue(boolean value) implements RespValue {
    @Override
    public String toString() {
      return "(" + value + ")";
    }
  }

  /** {@code ,3.25}: the number, and the text it was sent as. */
  record DoubleValue(double value, String text) implements RespValue {
    @Override
    public String toString() {
      return "(double) " + text;
    }
  }

  /** {@code (12345678901234567890}. */
  record BigNumber(BigInteger value) implements RespValue {
    @Override
    public String toString() {
      return "(big number) " + value;
    }
  }

  /** {@code !21}: an error that may hold any bytes. */
  record BlobError(String text) implements RespValue {
    @Override
    public String toString() {
      return "(blob error) " + text;
    }
  }

  /** {@code =15}: a text with its three-letter format, {@code txt} or {@code mkd}. */
  record VerbatimString(String format, String text) implements RespValue {
    @Override
    public String toString() {
      return "(" + format + ") " + RespText.quote(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** {@code %2}: pairs in the order they were sent; a key may be any value and may repeat. */
  record MapValue(List<Map.Entry<RespValue, RespValue>> entries) implements RespValue {
    @Override
    public String toString() {
      return RespText.pairs(entries);
    }
  }

  /** {@code ~2}: in the order the elements were sent. */
  record SetValue(List<RespValue> elements) implements RespValue {
    @Override
    public String toString() {
      return RespText.list("~{", elements, "}");
    }
  }

  /** {@code >2}: a message that answers no request. */
  record PushValue(List<RespValue> elements) implements RespValue {
    @Override
    public String toString() {
      return RespText.list("(push) [", elements, "]");
    }
  }

  /** {@code |1}: a value with what the server had to say about it. */
  record Attributed(MapValue attributes, RespValue value) implements RespValue {
    @Override
    public String toString() {
      return "(attributes " + attributes + ") " + value;
    }
  }
}
