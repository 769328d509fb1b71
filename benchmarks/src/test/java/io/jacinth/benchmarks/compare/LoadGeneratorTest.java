package io.jacinth.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {

  private static final String OUTPUT =
      """
      ====== SET ======
        20000 requests completed in 0.25 seconds
        20 parallel clients

      Latency by percentile distribution:
      0.000% <= 0.031 milliseconds (cumulative count 8)
      50.000% <= 0.135 milliseconds (cumulative count 10204)
      99.805% <= 0.623 milliseconds (cumulative count 19964)
      99.902% <= 2.583 milliseconds (cumulative count 19984)
      100.000% <= 2.623 milliseconds (cumulative count 20000)
      100.000% <= 2.623 milliseconds (cumulative count 20000)

      Cumulative distribution of latencies:
      45.160% <= 0.103 milliseconds (cumulative count 9032)
      100.000% <= 3.103 milliseconds (cumulative count 20000)

      Summary:
        throughput summary: 79681.28 requests per second
        latency summary (msec):
                avg       min       p50       p95       p99       max
              0.165     0.024     0.135     0.343     0.415     2.623
      0m0.00s 0m0.01s
      1m1.25s 0m2.50s
      """;

  @Test
  void readsWhatRedisBenchmarkPrints() throws IOException {
    assertThat(LoadGenerator.parse(OUTPUT))
        .isEqualTo(new LoadGenerator.Result(79681.28, 0.135, 0.415, 2.583, 2.623, 63.75));
  }

  @Test
  void takesTheFirstLineThatCoversThePercentile() throws IOException {
    String sharper = OUTPUT.replace("count 19964", "count 19980");
    assertThat(LoadGenerator.parse(sharper).p999Millis()).isEqualTo(0.623);
  }

  @Test
  void showsAnOutputThatItCannotRead() {
    assertThatIOException()
        .isThrownBy(() -> LoadGenerator.parse("ERR no such thing"))
        .withMessageContaining("no such thing");
  }
}
