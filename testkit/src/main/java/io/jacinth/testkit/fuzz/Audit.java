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
    return named("k", 8)
        .flatMap(
            key ->
                Stream.of(
                    Request.of("GET", key),
                    Request.of("OBJECT", "ENCODING", key).compared(ReplyComparison.ENCODING),
                    Request.of("PTTL", key).compared(MILLIS)))
        .toList();
  }

  /**
   * Every sorted set, and the sets among them, which {@link ReplyComparison#SET_ENCODING} knows.
   */
  static List<Request> ofSortedSets(String prefix, int count) {
    return Stream.concat(named(prefix, count), named("k", 8))
        .flatMap(
            key ->
                Stream.of(
                    Request.of("TYPE", key),
                    Request.of("GET", key),
                    Request.of("OBJECT", "ENCODING", key).compared(ReplyComparison.SET_ENCODING),
                    Request.of("ZRANGE", key, 0, -1, "WITHSCORES").compared(ReplyComparison.SCORES),
                    Request.of("SMEMBERS", key).compared(ReplyComparison.UNORDERED),
                    Request.of("PTTL", key).compared(MILLIS)))
        .toList();
  }

  /** As {@link #ofKeys}, and every field. */
  static List<Request> ofHashes() {
    return Stream.concat(
            ofKeys().stream(),
            named("k", 8)
                .map(key -> Request.of("HGETALL", key).compared(ReplyComparison.UNORDERED)))
        .toList();
  }

  private static Stream<String> named(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(number -> prefix + number);
  }
}
