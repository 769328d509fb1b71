package io.jacinth.benchmarks.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs redis-benchmark and reads what it prints, and what the shell says of the processor time it
 * took.
 */
final class LoadGenerator {

  private static final Pattern THROUGHPUT =
      Pattern.compile("throughput summary: ([\\d.]+) requests per second");
  private static final Pattern PERCENTILE =
      Pattern.compile("([\\d.]+)% <= ([\\d.]+) milliseconds \\(cumulative count (\\d+)\\)");
  private static final Pattern SUMMARY =
      Pattern.compile(
          "avg\\s+min\\s+p50\\s+p95\\s+p99\\s+max\\s+"
              + "([\\d.]+)\\s+([\\d.]+)\\s+([\\d.]+)\\s+([\\d.]+)\\s+([\\d.]+)\\s+([\\d.]+)");

  /**
   * The shell's {@code times}: user and system time, of itself and, on the second line, of what it
   * ran.
   */
  private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s");

  /** What one run reports; latencies are those of a whole pipeline. */
  record Result(
      double throughput,
      double p50Millis,
      double p99Millis,
      double p999Millis,
      double maxMillis,
      double clientCpuSeconds) {}

  private LoadGenerator() {}

  static Result run(String prefix, int port, String arguments, long requests)
      throws IOException, InterruptedException {
    String line = prefix + "redis-benchmark -p " + port + " -n " + requests + " " + arguments;
    Process process =
        new ProcessBuilder("sh", "-c", line + " || exit 1; times")
            .redirectErrorStream(true)
            .start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(line + " failed:\n" + output);
      }
      return parse(output);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  static Result parse(String output) throws IOException {
    MatchResult summary = find(SUMMARY, output);
    return new Result(
        number(find(THROUGHPUT, output), 1),
        number(summary, 3),
        number(summary, 5),
        p999(output),
        number(summary, 6),
        childSeconds(output));
  }

  /** The first line of the listing that covers 99.9 % of the requests. */
  private static double p999(String output) throws IOException {
    int end = output.indexOf("Cumulative distribution");
    List<MatchResult> lines = PERCENTILE.matcher(output.substring(0, end)).results().toList();
    long total = Long.parseLong(lines.getLast().group(3));
    for (MatchResult line : lines) {
      if (Long.parseLong(line.group(3)) >= 0.999 * total) {
        return number(line, 2);
      }
    }
    throw new IOException("no percentiles in:\n" + output);
  }

  private static double childSeconds(String output) throws IOException {
    List<MatchResult> lines = new ArrayList<>(TIMES.matcher(output).results().toList());
    if (lines.size() < 2) {
      throw new IOException("no times in:\n" + output);
    }
    MatchResult children = lines.getLast();
    return 60 * (number(children, 1) + number(children, 3))
        + number(children, 2)
        + number(children, 4);
  }

  private static MatchResult find(Pattern pattern, String output) throws IOException {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new IOException("cannot read redis-benchmark's output:\n" + output);
    }
    return matcher.toMatchResult();
  }

  private static double number(MatchResult match, int group) {
    return Double.parseDouble(match.group(group));
  }
}
