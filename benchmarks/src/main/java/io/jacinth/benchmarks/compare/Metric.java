package io.jacinth.benchmarks.compare;

import java.util.Locale;

/** What a round measures, with the unit in its title. */
enum Metric {
  THROUGHPUT("requests/s", "%,.0f"),
  SERVER_CPU_MICROS("CPU us/request", "%.3f"),
  P50_MILLIS("p50 ms", "%.3f"),
  P99_MILLIS("p99 ms", "%.3f"),
  P999_MILLIS("p99.9 ms", "%.3f"),
  MAX_MILLIS("max ms", "%.3f"),
  CLIENT_CPU_PERCENT("client CPU %", "%.0f"),
  OTHER_CPU_PERCENT("other CPU %", "%.0f"),
  RESIDENT_MEGABYTES("resident MB", "%,.1f"),
  GROWTH_MEGABYTES("growth MB", "%,.1f"),
  DATA_MEGABYTES("data MB", "%,.1f"),
  BYTES_A_KEY("bytes/key", "%.1f"),
  HEAP_BYTES("heap B/request", "%.3f"),
  READY_SECONDS("ready s", "%.3f"),
  IDLE_MEGABYTES("idle MB", "%.1f");

  final String title;
  private final String format;

  Metric(String title, String format) {
    this.title = title;
    this.format = format;
  }

  String show(double value) {
    return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, format, value);
  }
}
