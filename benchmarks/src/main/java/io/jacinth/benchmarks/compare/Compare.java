package io.jacinth.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The side-by-side comparison: the same load on each server, in turn, on the same machine in the
 * same run. Run by {@code benchmarks/compare} straight from its source. Start reading here; {@link
 * Suite} has the workloads.
 */
public final class Compare {

  private Compare() {}

  public static void main(String... arguments) throws Exception {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Options.USAGE);
      return;
    }
    try {
      run(Options.parse(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println("benchmarks/compare: " + e.getMessage() + "; --help tells more");
      System.exit(2);
    }
  }

  private static void run(Options options) throws IOException, InterruptedException {
    List<Workload> workloads = options.workloads();
    if (options.listOnly) {
      workloads.forEach(
          workload -> System.out.printf("%-32s%s%n", workload.name(), workload.title()));
      return;
    }
    printMachine(options);
    Report report = new Report(System.out);
    for (Workload workload : workloads) {
      try {
        report.print(workload, measure(workload, options));
      } catch (IOException e) {
        report.printFailure(workload, e);
      }
    }
    report.printBars();
    if (options.csv) {
      report.printCsv();
    }
  }

  /**
   * Every server once, then every server once more, so that what the machine does meanwhile hits
   * all alike.
   */
  private static Map<String, Samples> measure(Workload workload, Options options)
      throws IOException, InterruptedException {
    Map<String, Samples> results = new LinkedHashMap<>();
    List<Workload.Session> sessions = new ArrayList<>();
    try {
      for (ServerSpec server : options.servers()) {
        results.put(server.name(), new Samples());
        sessions.add(workload.open(server, options));
      }
      for (int round = 0; round < workload.rounds(options.rounds); round++) {
        int index = 0;
        for (Samples samples : results.values()) {
          samples.add(sessions.get(index++).round());
        }
      }
    } finally {
      sessions.forEach(Workload.Session::close);
    }
    return results;
  }

  private static void printMachine(Options options) throws IOException {
    String processor =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .findFirst()
            .map(line -> line.replaceFirst(".*: ", ""))
            .orElse("unknown processor");
    System.out.printf(
        "%s, %d cores (%s), Linux %s, %d rounds%n",
        Instant.now(),
        Runtime.getRuntime().availableProcessors(),
        processor,
        System.getProperty("os.version"),
        options.rounds);
    options
        .servers()
        .forEach(server -> System.out.println(server.name() + ": " + server.commandLine()));
  }
}
