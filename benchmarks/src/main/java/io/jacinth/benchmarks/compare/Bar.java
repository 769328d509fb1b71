package io.jacinth.benchmarks.compare;

import java.util.Locale;

/**
 * What a workload must show.
 *
 * @param scope what is held against the limit
 * @param atLeast whether the limit is a floor; else it is a ceiling
 */
record Bar(Metric metric, Scope scope, boolean atLeast, double limit) {

  /** A figure of the subject alone, or its ratio to the other server's. */
  enum Scope {
    /** The ratio of the medians. */
    RATIO,
    /** The subject's median. */
    MEDIAN,
    /** The subject's worst round. */
    WORST
  }

  static Bar ratioAtLeast(Metric metric, double limit) {
    return new Bar(metric, Scope.RATIO, true, limit);
  }

  static Bar ratioAtMost(Metric metric, double limit) {
    return new Bar(metric, Scope.RATIO, false, limit);
  }

  static Bar medianAtMost(Metric metric, double limit) {
    return new Bar(metric, Scope.MEDIAN, false, limit);
  }

  static Bar worstAtMost(Metric metric, double limit) {
    return new Bar(metric, Scope.WORST, false, limit);
  }

  double measured(Samples subject, Samples other) {
    return switch (scope) {
      case RATIO -> subject.median(metric) / other.median(metric);
      case MEDIAN -> subject.median(metric);
      case WORST -> subject.max(metric);
    };
  }

  String verdict(double measured) {
    if (Double.isNaN(measured)) {
      return "UNKNOWN";
    }
    return (atLeast ? measured >= limit : measured <= limit) ? "met" : "NOT MET";
  }

  @Override
  public String toString() {
    String of =
        switch (scope) {
          case RATIO -> " ratio";
          case MEDIAN -> "";
          case WORST -> " in the worst round";
        };
    return String.format(
        Locale.ROOT, "%s%s at %s %s", metric.title, of, atLeast ? "least" : "most", limit);
  }
}
