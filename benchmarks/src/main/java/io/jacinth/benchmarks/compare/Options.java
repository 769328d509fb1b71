package io.jacinth.benchmarks.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** The command line. */
final class Options {

  static final String USAGE =
      """
      usage: benchmarks/compare [option ...]

      Runs the same redis-benchmark workloads against Jacinth and other servers, in turn, and prints medians and ratios.

        --server name=command   compare with this server; {port} stands for its port,
                                {dir} for a folder of its own; may be repeated
                                (default: redis=redis-server --port {port} --save '' --appendonly no)
        --subject name=command  measure this server instead of bin/jacinth-server
        --suite name            the table of workloads (default: foundation)
        --only text             only the workload of this name, else those whose name contains it; may be repeated
        --rounds n              rounds of each server and workload (default: 5)
        --requests n            requests of a round (default: the workload's own)
        --warmup n              requests before the first round (default: a quarter of a round's own)
        --pin server,client     processors as taskset takes them, as in 0,1 or 0-3,4-7
        --csv                   print every round as comma-separated values, too
        --list                  print the workloads and end
      """;

  ServerSpec subject =
      new ServerSpec("jacinth", "bin/jacinth-server --port {port} --save '' --appendonly no");
  List<ServerSpec> others = new ArrayList<>();
  String suite = "foundation";
  int rounds = 5;
  boolean csv;
  boolean listOnly;
  private final List<String> only = new ArrayList<>();
  private long requests;
  private long warmup;
  private String serverProcessors = "";
  private String clientProcessors = "";

  private Options() {}

  static Options parse(String... arguments) {
    Options options = new Options();
    Deque<String> words = new ArrayDeque<>(Arrays.asList(arguments));
    while (!words.isEmpty()) {
      options.take(words.remove(), words);
    }
    if (options.others.isEmpty()) {
      options.others.add(
          new ServerSpec("redis", "redis-server --port {port} --save '' --appendonly no"));
    }
    options.checkNames();
    return options;
  }

  List<ServerSpec> servers() {
    List<ServerSpec> all = new ArrayList<>(others);
    all.addFirst(subject);
    return all;
  }

  /**
   * The workloads to run: of the suite, those that {@code --only} names or, with part of a name,
   * means.
   */
  List<Workload> workloads() {
    List<Workload> all = Suite.BY_NAME.getOrDefault(suite, List.of());
    return only.isEmpty()
        ? all
        : all.stream()
            .filter(workload -> only.stream().anyMatch(text -> means(text, workload, all)))
            .toList();
  }

  private static boolean means(String text, Workload workload, List<Workload> all) {
    boolean isName = all.stream().anyMatch(any -> any.name().equals(text));
    return isName ? workload.name().equals(text) : workload.name().contains(text);
  }

  long requests(long ofWorkload) {
    return requests > 0 ? requests : ofWorkload;
  }

  long warmup(long ofWorkload) {
    return warmup > 0 ? warmup : Math.max(1, requests(ofWorkload) / 4);
  }

  String serverPrefix() {
    return prefix(serverProcessors);
  }

  String clientPrefix() {
    return prefix(clientProcessors);
  }

  private static String prefix(String processors) {
    return processors.isEmpty() ? "" : "taskset -c " + processors + " ";
  }

  private void take(String option, Deque<String> words) {
    switch (option) {
      case "--csv" -> csv = true;
      case "--list" -> listOnly = true;
      default -> takeWithValue(option, words);
    }
  }

  private void takeWithValue(String option, Deque<String> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException(option + " is unknown, or lacks its value");
    }
    String value = words.remove();
    switch (option) {
      case "--server" -> others.add(ServerSpec.parse(value));
      case "--subject" -> subject = ServerSpec.parse(value);
      case "--suite" -> suite = known(value);
      case "--only" -> only.add(value);
      case "--rounds" -> rounds = Math.toIntExact(positive(option, value));
      case "--requests" -> requests = positive(option, value);
      case "--warmup" -> warmup = positive(option, value);
      case "--pin" -> pin(value);
      default -> throw new IllegalArgumentException("unknown option " + option);
    }
  }

  private void checkNames() {
    List<String> names = servers().stream().map(ServerSpec::name).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("each server needs a name of its own: " + names);
    }
  }

  private void pin(String value) {
    String[] sides = value.split(",", -1);
    if (sides.length != 2) {
      throw new IllegalArgumentException("--pin takes server,client");
    }
    serverProcessors = sides[0];
    clientProcessors = sides[1];
  }

  private static String known(String suite) {
    if (!Suite.BY_NAME.containsKey(suite)) {
      throw new IllegalArgumentException(
          "no suite " + suite + "; there is " + Suite.BY_NAME.keySet());
    }
    return suite;
  }

  private static long positive(String option, String value) {
    try {
      long number = Long.parseLong(value.replace("_", ""));
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same answer as zero.
    }
    throw new IllegalArgumentException(option + " takes a positive number");
  }
}
