package io.jacinth.engine.info;

import io.jacinth.engine.Engine;
import java.util.Locale;
import java.util.StringJoiner;

/** MEMORY DOCTOR: what is unusual about the memory that a server uses, and what may help. */
public final class MemoryReport {
  /** Below this every ratio is that of what the server needs for itself. */
  private static final long LEAST_BYTES = 5 << 20;

  /** What is less than this is not worth a word, whatever its share. */
  private static final long NOTABLE_BYTES = 10 << 20;

  private static final long LARGE_CLIENT_BYTES = 200 << 10;
  private static final double HIGH_PEAK = 1.5;
  private static final double HIGH_FRAGMENTATION = 1.4;
  private static final double HIGH_OVERHEAD = 1.3;

  private final Engine engine;
  private final MemoryUse use;
  private final StringJoiner findings = new StringJoiner("\n");

  private MemoryReport(Engine engine) {
    this.engine = engine;
    this.use = MemoryUse.of(engine);
    findings.setEmptyValue("Nothing about the use of memory is unusual.\n");
  }

  public static String of(Engine engine) {
    return new MemoryReport(engine).text();
  }

  private String text() {
    if (use.used() < LEAST_BYTES) {
      return "The server holds less than 5 MB: too little to tell anything from.\n";
    }
    peak();
    fragmentation();
    process();
    clients();
    return findings.toString();
  }

  private void peak() {
    long peak = engine.gauges().peakBytes(use.used());
    if ((double) peak / use.used() > HIGH_PEAK) {
      find(
          "Peak: the server has held %s, %.1f times what it holds now (%s). Memory that was freed"
              + " since is given back as pages empty; until then mem_fragmentation_ratio is high.",
          InfoWriter.human(peak), (double) peak / use.used(), InfoWriter.human(use.used()));
    }
  }

  private void fragmentation() {
    if (isHigh(use.footprint(), use.data(), HIGH_FRAGMENTATION)) {
      find(
          "Fragmentation: values fill %s of the %s that were taken for them. CONFIG SET"
              + " activedefrag yes moves them together; MEMORY PURGE gives back what is empty.",
          InfoWriter.human(use.data()), InfoWriter.human(use.footprint()));
    }
  }

  private void process() {
    long resident = ProcessFiles.residentBytes();
    if (isHigh(resident, use.footprint(), HIGH_OVERHEAD)) {
      find(
          "Process: it takes %s, of which %s are for data. The rest is the Java virtual machine"
              + " and its heap (INFO jvm), and buffers of the network.",
          InfoWriter.human(resident), InfoWriter.human(use.footprint()));
    }
  }

  private void clients() {
    int count = engine.clients().count();
    if (count > 0 && use.clients() / count > LARGE_CLIENT_BYTES) {
      find(
          "Clients: their buffers take %s on average. CLIENT LIST shows whose (qbuf, omem); somebody"
              + " may be slow to read, or send requests in too large pipelines.",
          InfoWriter.human(use.clients() / count));
    }
  }

  private static boolean isHigh(long whole, long part, double ratio) {
    return whole - part > NOTABLE_BYTES && whole > ratio * part;
  }

  private void find(String pattern, Object... arguments) {
    findings.add("* " + String.format(Locale.ROOT, pattern, arguments) + "\n");
  }
}
