package io.jacinth.engine.info;

import io.jacinth.engine.Engine;
import io.jacinth.engine.Host;

/** What runs, where, since when. */
record ServerSection(Engine engine) implements InfoSection {
  private static final long SECONDS_A_DAY = 24 * 3600;

  /** Seconds are kept in this many bits of an entry, as the access clock. */
  private static final long ACCESS_CLOCK_MASK = 0xFFFFFF;

  @Override
  public String title() {
    return "Server";
  }

  @Override
  public void write(InfoWriter out) {
    Host host = engine.host();
    long micros = engine.clock().wallClockMicros();
    long uptimeSeconds = Math.max(micros / 1000 - engine.startedMillis(), 0) / 1000;
    long hertz = engine.settings().keyspace.hz.value();
    out.field("redis_version", Engine.REDIS_VERSION)
        .field("jacinth_version", host.version())
        .field("redis_git_sha1", "00000000")
        .field("redis_git_dirty", 0)
        .field("redis_mode", "standalone")
        .field("os", operatingSystem())
        .field("arch_bits", 64)
        .field("monotonic_clock", "System.nanoTime")
        .field("multiplexing_api", host.transport())
        .field("process_id", ProcessHandle.current().pid())
        .field("process_supervised", "no")
        .field("run_id", host.runId())
        .field("tcp_port", host.port())
        .field("server_time_usec", micros)
        .field("uptime_in_seconds", uptimeSeconds)
        .field("uptime_in_days", uptimeSeconds / SECONDS_A_DAY)
        .field("hz", hertz)
        .field("configured_hz", hertz)
        .field("lru_clock", micros / 1_000_000 & ACCESS_CLOCK_MASK)
        .field("executable", ProcessHandle.current().info().command().orElse(""))
        .field("config_file", host.configFile())
        .field("io_threads_active", engine.workers().size() > 1 ? 1 : 0);
  }

  /** As {@code uname} tells it. */
  private static String operatingSystem() {
    String architecture = System.getProperty("os.arch", "");
    return System.getProperty("os.name")
        + " "
        + System.getProperty("os.version")
        + " "
        + (architecture.equals("amd64") ? "x86_64" : architecture);
  }
}
