package io.jacinth.testkit;

import io.jacinth.client.RespText;
import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.client.RespValue.IntegerValue;
import io.jacinth.client.RespValue.NullValue;
import io.jacinth.client.RespValue.SimpleString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * A reply and what a test says of it. Every {@code expect} returns the reply, so that several can
 * be chained; a failure names the request and the server.
 */
public final class Reply {

  private final byte[] wire;
  private final RespValue value;
  private final String origin;

  Reply(byte[] wire, String origin) {
    this.wire = wire;
    this.value = RespValue.parse(wire);
    this.origin = origin;
  }

  Reply(RespValue value, String origin) {
    this.wire = new byte[0];
    this.value = value;
    this.origin = origin;
  }

  /** Any value, written in Java's own terms; see {@link Expectation#of}. */
  public Reply expect(Object expected) {
    Expectation expectation = Expectation.of(expected);
    if (!expectation.accepts(value)) {
      throw failure(expectation);
    }
    return this;
  }

  public Reply expectInteger(long expected) {
    return expect(expected);
  }

  /** An integer within bounds, both inclusive: for what depends on time. */
  public Reply expectIntegerBetween(long low, long high) {
    return expect(Expectation.integerBetween(low, high));
  }

  /** Nothing: the null of RESP3 or either null of RESP2. */
  public Reply expectNil() {
    return expect(Expectation.nil());
  }

  /** A bulk string, not a simple string. */
  public Reply expectBulk(String expected) {
    return expect(new BulkString(expected.getBytes(StandardCharsets.UTF_8)));
  }

  /** A simple string, not a bulk string. */
  public Reply expectSimple(String expected) {
    return expect(new SimpleString(expected));
  }

  /** An error with exactly this text, its code included. */
  public Reply expectError(String expected) {
    return expect(Expectation.error(expected));
  }

  /** An error whose text starts so: its code, where the rest depends on the version. */
  public Reply expectErrorStarting(String expected) {
    return expect(Expectation.errorStarting(expected));
  }

  /** An array, or a set or push message, of these elements in this order. */
  public Reply expectArray(@Nullable Object... elements) {
    return expect(Expectation.list(Arrays.asList(elements)));
  }

  /** An array or a set of these elements in any order. */
  public Reply expectUnordered(@Nullable Object... elements) {
    return expect(Expectation.unordered(Arrays.asList(elements)));
  }

  /**
   * A map, or RESP2's flat array of its pairs, that has at least these entries.
   *
   * @param pairs keys and values in turn
   */
  public Reply expectMap(@Nullable Object... pairs) {
    return expect(Expectation.mapWith(Arrays.asList(pairs)));
  }

  /** These bytes on the wire and no others. */
  public Reply expectRaw(String expected) {
    if (!Arrays.equals(wire, expected.getBytes(StandardCharsets.ISO_8859_1))) {
      String wanted = RespText.quote(expected.getBytes(StandardCharsets.ISO_8859_1));
      throw new AssertionFailedError(
          origin + ": expected " + wanted + " on the wire but got " + RespText.quote(wire));
    }
    return this;
  }

  /** The value as decoded. */
  public RespValue value() {
    return value;
  }

  /** The exact bytes on the wire; empty for a push message. */
  public byte[] wire() {
    return wire.clone();
  }

  /** The integer; a failure when it is not one. */
  public long integer() {
    if (value instanceof IntegerValue number) {
      return number.value();
    }
    throw failure("an integer");
  }

  /** The text of a simple, bulk or verbatim string; a failure when it is none of them. */
  public String text() {
    String text = Expectation.text(value);
    if (text == null) {
      throw failure("a string");
    }
    return text;
  }

  /** The elements of an array, set or push message; a failure when it is none of them. */
  public List<RespValue> elements() {
    List<RespValue> elements = Expectation.elements(value);
    if (elements == null) {
      throw failure("an array");
    }
    return elements;
  }

  public boolean isNil() {
    return value instanceof NullValue;
  }

  @Override
  public String toString() {
    return value.toString();
  }

  private AssertionFailedError failure(Object expected) {
    return new AssertionFailedError(
        origin + ": expected " + expected + " but got " + value,
        expected.toString(),
        value.toString());
  }
}
