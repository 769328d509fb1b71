package io.jacinth.testkit.fuzz;

import static io.jacinth.testkit.fuzz.ReplyComparison.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a run asks for at its end: the state that its commands may have changed. */
final class Audit {

  private static final ReplyComparison MILLIS = within(5_000);

  private Audit() {}

  /** Value, encoding and deadline of every common key. */
  static List<Request> ofKeys() {
    return IntStream.range(0, 8)
        .mapToObj(number -> "k" + number)
        .flatMap(
            key ->
                Stream.of(
                    Request.of("GET", key),
                    Request.of("OBJECT", "ENCODING", key).compared(ReplyComparison.ENCODING),
                    Request.of("PTTL", key).compared(MILLIS)))
        .toList();
  }
}
