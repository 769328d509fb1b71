package io.jacinth.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BarTest {

  private final Samples subject = rounds(90, 120, 200);
  private final Samples other = rounds(100, 50, 200, 100);

  @Test
  void holdsMediansAgainstEachOther() {
    Bar bar = Bar.ratioAtLeast(Metric.THROUGHPUT, 1.2);
    assertThat(bar.measured(subject, other)).isEqualTo(1.2);
    assertThat(bar.verdict(1.2)).isEqualTo("met");
    assertThat(bar.verdict(1.19)).isEqualTo("NOT MET");
    assertThat(bar).hasToString("requests/s ratio at least 1.2");
  }

  @Test
  void holdsTheSubjectAloneAgainstALimit() {
    assertThat(Bar.medianAtMost(Metric.THROUGHPUT, 1).measured(subject, other)).isEqualTo(120);
    assertThat(Bar.worstAtMost(Metric.THROUGHPUT, 1).measured(subject, other)).isEqualTo(200);
    assertThat(Bar.worstAtMost(Metric.THROUGHPUT, 200).verdict(200)).isEqualTo("met");
  }

  @Test
  void claimsNothingOfWhatWasNotMeasured() {
    Bar bar = Bar.medianAtMost(Metric.HEAP_BYTES, 8);
    assertThat(bar.verdict(bar.measured(subject, other))).isEqualTo("UNKNOWN");
  }

  private static Samples rounds(double... values) {
    Samples samples = new Samples();
    for (double value : values) {
      samples.add(new Sample(Map.of(Metric.THROUGHPUT, value), Set.of()));
    }
    return samples;
  }
}
