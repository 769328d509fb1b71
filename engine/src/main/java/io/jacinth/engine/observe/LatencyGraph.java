package io.jacinth.engine.observe;

import io.jacinth.engine.observe.LatencySeries.Sample;
import java.util.List;
import java.util.stream.IntStream;

/**
 * LATENCY GRAPH: a column a sample, the oldest first. A column is four rows high, of three steps a
 * row ({@code _}, {@code o}, {@code #}), and stands between the least and the greatest sample; its
 * age is written under it, downwards.
 */
public final class LatencyGraph {
  private static final int COLUMNS = 80;
  private static final int ROWS = 4;
  private static final String STEPS = "_o#";

  private final List<Sample> samples;
  private final List<String> ages;
  private final long low;
  private final long high;

  private LatencyGraph(List<Sample> samples, long nowSeconds) {
    this.samples = samples;
    this.ages = samples.stream().map(sample -> age(nowSeconds - sample.unixSeconds())).toList();
    this.low = samples.stream().mapToLong(Sample::millis).min().orElse(0);
    this.high = samples.stream().mapToLong(Sample::millis).max().orElse(0);
  }

  /** The graph under its heading. */
  public static String of(String event, LatencySeries series, long nowSeconds) {
    LatencyGraph graph = new LatencyGraph(series.samples(), nowSeconds);
    StringBuilder out = new StringBuilder();
    out.append(
            "%s - high %d ms, low %d ms (all time high %d ms)\n"
                .formatted(event, graph.high, graph.low, series.longestMillis()))
        .append("-".repeat(COLUMNS))
        .append('\n');
    graph.draw(out);
    return out.toString();
  }

  private void draw(StringBuilder out) {
    for (int first = 0; first < samples.size(); first += COLUMNS) {
      if (first > 0) {
        out.append('\n');
      }
      draw(out, first, Math.min(first + COLUMNS, samples.size()));
    }
  }

  private void draw(StringBuilder out, int first, int end) {
    for (int row = ROWS - 1; row >= 0; row--) {
      for (int i = first; i < end; i++) {
        out.append(bar(samples.get(i).millis(), row));
      }
      out.append('\n');
    }
    out.append(" ".repeat(end - first)).append('\n');
    int longest = IntStream.range(first, end).map(i -> ages.get(i).length()).max().orElse(0);
    for (int letter = 0; letter < longest; letter++) {
      for (int i = first; i < end; i++) {
        out.append(letter < ages.get(i).length() ? ages.get(i).charAt(letter) : ' ');
      }
      out.append('\n');
    }
  }

  /**
   * What a column shows in a row.
   *
   * @param row 0 at the bottom
   */
  private char bar(long millis, int row) {
    int steps = STEPS.length() * ROWS;
    long range = Math.max(high - low, 1);
    int height = (int) Math.min((millis - low) * steps / range, steps - 1L);
    int step = height - row * STEPS.length();
    return step < 0 ? ' ' : step < STEPS.length() ? STEPS.charAt(step) : '|';
  }

  private static String age(long seconds) {
    if (seconds < 60) {
      return seconds + "s";
    }
    if (seconds < 3600) {
      return seconds / 60 + "m";
    }
    return seconds < 24 * 3600 ? seconds / 3600 + "h" : seconds / (24 * 3600) + "d";
  }
}
