package io.jacinth.benchmarks.compare;

import static io.jacinth.benchmarks.compare.Bar.ratioAtLeast;

import io.jacinth.benchmarks.compare.Preparation.Bulk;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Scripts: what EVALSHA costs, what a command within a script costs, and Lua by itself. */
final class ScriptsSuite {
  private static final String GET = "return redis.call('GET', KEYS[1])";
  private static final String CALLS = "for i = 1, 1000 do redis.call('GET', KEYS[1]) end return 1";
  private static final String SUM = "local s = 0 for i = 1, 10000000 do s = s + i end return s";

  private ScriptsSuite() {}

  static List<Workload> workloads() {
    return List.of(
        script("evalsha-get", GET, "-P 16 -c 50", 2_000_000, 1.2),
        script("thousand-calls", CALLS, "-P 1 -c 4", 20_000, 1.25),
        script("sum-10m", SUM, "-P 1 -c 1", 40, 1));
  }

  private static Workload script(
      String name, String script, String options, long requests, double leastRatio) {
    Preparation preparation =
        Preparation.of(
            new Bulk(1, "SET mykey xxx"), new Bulk(1, "EVAL \"" + script + "\" 1 mykey"));
    return new LoadWorkload(
        name,
        options + " EVALSHA " + digest(script) + " 1 mykey",
        requests,
        preparation,
        false,
        List.of(ratioAtLeast(Metric.THROUGHPUT, leastRatio)));
  }

  private static String digest(String script) {
    try {
      byte[] bytes = script.getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
