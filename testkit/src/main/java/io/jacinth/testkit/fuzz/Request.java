package io.jacinth.testkit.fuzz;

import io.jacinth.client.RespText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A command to send to both servers, and how far their replies must agree. */
public final class Request {

  private final List<byte[]> arguments;
  private final ReplyComparison comparison;
  private final boolean isWhole;

  private Request(List<byte[]> arguments, ReplyComparison comparison, boolean isWhole) {
    this.arguments = List.copyOf(arguments);
    this.comparison = comparison;
    this.isWhole = isWhole;
  }

  /**
   * A request whose replies must agree in every byte.
   *
   * @param arguments a {@code byte[]} as it is, a List for its elements in turn, anything else as
   *     its text in UTF-8
   */
  public static Request of(Object... arguments) {
    List<byte[]> encoded = new ArrayList<>();
    for (Object argument : arguments) {
      add(encoded, argument);
    }
    return new Request(encoded, ReplyComparison.EXACT, false);
  }

  /** The same request with replies that need not agree in every byte. */
  public Request compared(ReplyComparison by) {
    return new Request(arguments, by, isWhole);
  }

  /**
   * The same request, never to be sent with a word too few or another one: that would leave the
   * outcome to chance.
   */
  public Request whole() {
    return new Request(arguments, comparison, true);
  }

  boolean isWhole() {
    return isWhole;
  }

  /** The same request with other arguments: misspelt, too few, too many. */
  Request with(List<byte[]> otherArguments) {
    return new Request(otherArguments, comparison, isWhole);
  }

  List<byte[]> arguments() {
    return arguments;
  }

  byte[][] toArray() {
    return arguments.toArray(byte[][]::new);
  }

  ReplyComparison comparison() {
    return comparison;
  }

  /** As redis-cli takes it. */
  @Override
  public String toString() {
    StringJoiner line = new StringJoiner(" ");
    arguments.forEach(argument -> line.add(RespText.quote(argument)));
    return line.toString();
  }

  private static void add(List<byte[]> encoded, Object argument) {
    switch (argument) {
      case byte[] bytes -> encoded.add(bytes);
      case List<?> list -> list.forEach(element -> add(encoded, element));
      default -> encoded.add(argument.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
