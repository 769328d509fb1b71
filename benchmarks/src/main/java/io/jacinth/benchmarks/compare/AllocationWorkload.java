package io.jacinth.benchmarks.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java heap allocated by a steady request, seen from outside: {@code jcmd PID Thread.print -e}
 * tells for each living thread how much it has allocated, to the megabyte. Not available for a
 * server that is no JVM.
 */
record AllocationWorkload(
    String name, String arguments, long requests, int fillKeys, List<Bar> bars)
    implements Workload {

  private static final Pattern ALLOCATED = Pattern.compile(" allocated=([\\d.]+)([BKMG])");
  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

  @Override
  public String title() {
    return "heap allocated by redis-benchmark " + arguments;
  }

  @Override
  public Session open(ServerSpec spec, Options options) throws IOException, InterruptedException {
    ServerProcess server = ServerProcess.start(spec, options);
    try (Wire wire = new Wire(server.port)) {
      wire.fill(fillKeys, 3);
      run(server, options, options.warmup(requests));
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
    return new Session() {
      @Override
      public Sample round() throws IOException, InterruptedException {
        return measure(server, options);
      }

      @Override
      public void close() {
        server.close();
      }
    };
  }

  private Sample measure(ServerProcess server, Options options)
      throws IOException, InterruptedException {
    Optional<ProcessHandle> jvm = server.tree().stream().filter(this::isJvm).findFirst();
    if (jvm.isEmpty()) {
      return new Sample(Map.of(Metric.HEAP_BYTES, Double.NaN), Set.of());
    }
    long count = options.requests(requests);
    double before = allocatedBytes(jvm.get());
    run(server, options, count);
    double allocated = allocatedBytes(jvm.get()) - before;
    return new Sample(Map.of(Metric.HEAP_BYTES, allocated / count), Set.of());
  }

  private void run(ServerProcess server, Options options, long count)
      throws IOException, InterruptedException {
    LoadGenerator.run(options.clientPrefix(), server.port, arguments, count);
  }

  private boolean isJvm(ProcessHandle handle) {
    return handle.info().command().filter(command -> command.endsWith("/java")).isPresent();
  }

  private static double allocatedBytes(ProcessHandle jvm) throws IOException {
    Process process =
        new ProcessBuilder(JCMD.toString(), Long.toString(jvm.pid()), "Thread.print", "-e")
            .redirectErrorStream(true)
            .start();
    double bytes = 0;
    boolean told = false;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher matcher = ALLOCATED.matcher(line);
        if (matcher.find()) {
          told = true;
          bytes += Double.parseDouble(matcher.group(1)) * unit(matcher.group(2));
        }
      }
    }
    if (!told) {
      throw new IOException("jcmd " + jvm.pid() + " Thread.print -e tells of no allocation");
    }
    return bytes;
  }

  private static double unit(String letter) {
    return switch (letter) {
      case "K" -> 1 << 10;
      case "M" -> 1 << 20;
      case "G" -> 1 << 30;
      default -> 1;
    };
  }
}
