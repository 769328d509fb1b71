package io.jacinth.testkit;

import io.jacinth.client.RespText;
import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a value should be; stands alone or as an element of an expected array. */
public final class Expectation {

  private final String description;
  private final Predicate<RespValue> test;

  private Expectation(String description, Predicate<RespValue> test) {
    this.description = description;
    this.test = test;
  }

  /**
   * Reads an expectation out of a Java value: a String stands for a simple, bulk or verbatim
   * string, a {@code byte[]} for a bulk string, an Integer or Long for an integer, a Double,
   * Boolean or BigInteger for theirs, a List for an array of such, a {@link RespValue} for exactly
   * itself.
   */
  public static Expectation of(Object expected) {
    return switch (expected) {
      case Expectation expectation -> expectation;
      case RespValue exact -> new Expectation(exact.toString(), exact::equals);
      case String text -> text(text);
      case byte[] bytes -> of(new BulkString(bytes));
      case Integer number -> of(new IntegerValue(number));
      case Long number -> of(new IntegerValue(number));
      case Boolean bool -> of(new BooleanValue(bool));
      case BigInteger number -> of(new BigNumber(number));
      case Double number -> real(number);
      case List<?> list -> list(list);
      default -> throw new IllegalArgumentException("no RESP value is a " + expected.getClass());
    };
  }

  /** Any value at all. */
  public static Expectation any() {
    return new Expectation("anything", value -> true);
  }

  /** Nothing, in any of the three ways to write it. */
  public static Expectation nil() {
    return new Expectation("(nil)", NullValue.class::isInstance);
  }

  /** An error with exactly this text. */
  public static Expectation error(String text) {
    return new Expectation("(error) " + text, value -> text.equals(errorText(value)));
  }

  /** An error whose text starts so. */
  public static Expectation errorStarting(String start) {
    return new Expectation(
        "(error) " + start + "...",
        value -> holds(errorText(value), text -> text.startsWith(start)));
  }

  /** An integer within bounds, both inclusive. */
  public static Expectation integerBetween(long low, long high) {
    return new Expectation(
        "(integer) " + low + " to " + high,
        value -> value instanceof IntegerValue(long n) && low <= n && n <= high);
  }

  /** These elements in this order. */
  public static Expectation list(List<? extends @Nullable Object> expected) {
    List<Expectation> each = ofEach(expected);
    return new Expectation(
        each.toString(), value -> holds(elements(value), actual -> matchInOrder(each, actual)));
  }

  /** These elements in any order. */
  public static Expectation unordered(List<? extends @Nullable Object> expected) {
    List<Expectation> each = ofEach(expected);
    return new Expectation(
        "in any order " + each,
        value -> holds(elements(value), actual -> matchAnyOrder(each, actual)));
  }

  /** At least these entries, keys and values in turn, in a map or in RESP2's flat array. */
  public static Expectation mapWith(List<? extends @Nullable Object> pairs) {
    List<Expectation> each = ofEach(pairs);
    return new Expectation(
        "a map with " + each, value -> holds(flatPairs(value), actual -> hasPairs(each, actual)));
  }

  boolean accepts(RespValue value) {
    return test.test(value);
  }

  @Override
  public String toString() {
    return description;
  }

  static @Nullable String text(RespValue value) {
    return switch (value) {
      case SimpleString(String text) -> text;
      case BulkString bulk -> bulk.text();
      case VerbatimString verbatim -> verbatim.text();
      default -> null;
    };
  }

  static @Nullable List<RespValue> elements(RespValue value) {
    return switch (value) {
      case ArrayValue(List<RespValue> elements) -> elements;
      case SetValue(List<RespValue> elements) -> elements;
      case PushValue(List<RespValue> elements) -> elements;
      default -> null;
    };
  }

  private static @Nullable String errorText(RespValue value) {
    return switch (value) {
      case SimpleError(String text) -> text;
      case BlobError(String text) -> text;
      default -> null;
    };
  }

  private static @Nullable List<RespValue> flatPairs(RespValue value) {
    if (value instanceof MapValue map) {
      List<RespValue> flat = new ArrayList<>();
      map.entries().forEach(entry -> flat.addAll(List.of(entry.getKey(), entry.getValue())));
      return flat;
    }
    return value instanceof ArrayValue(List<RespValue> elements) && elements.size() % 2 == 0
        ? elements
        : null;
  }

  private static <T> boolean holds(@Nullable T part, Predicate<T> claim) {
    return part != null && claim.test(part);
  }

  private static Expectation text(String expected) {
    return new Expectation(
        RespText.quote(expected.getBytes(StandardCharsets.UTF_8)),
        value -> expected.equals(text(value)));
  }

  private static Expectation real(double expected) {
    return new Expectation(
        "(double) " + expected,
        value ->
            value instanceof DoubleValue actual && Double.compare(actual.value(), expected) == 0);
  }

  private static List<Expectation> ofEach(List<? extends @Nullable Object> expected) {
    return expected.stream().map(element -> element == null ? nil() : of(element)).toList();
  }

  private static boolean matchInOrder(List<Expectation> expected, List<RespValue> actual) {
    if (expected.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!expected.get(i).accepts(actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matchAnyOrder(List<Expectation> expected, List<RespValue> actual) {
    List<RespValue> left = new ArrayList<>(actual);
    for (Expectation expectation : expected) {
      if (!removeFirst(left, expectation)) {
        return false;
      }
    }
    return left.isEmpty();
  }

  private static boolean removeFirst(List<RespValue> values, Expectation expectation) {
    for (int i = 0; i < values.size(); i++) {
      if (expectation.accepts(values.get(i))) {
        values.remove(i);
        return true;
      }
    }
    return false;
  }

  private static boolean hasPairs(List<Expectation> pairs, List<RespValue> flat) {
    for (int pair = 0; pair < pairs.size(); pair += 2) {
      if (!hasPair(pairs.get(pair), pairs.get(pair + 1), flat)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasPair(Expectation key, Expectation value, List<RespValue> flat) {
    for (int i = 0; i < flat.size(); i += 2) {
      if (key.accepts(flat.get(i)) && value.accepts(flat.get(i + 1))) {
        return true;
      }
    }
    return false;
  }
}
