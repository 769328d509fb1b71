package io.jacinth.benchmarks.compare;

import java.io.IOException;
import java.util.List;

/** What a server is to hold before a round. */
interface Preparation {
  void prepare(ServerProcess server) throws IOException, InterruptedException;

  /** Nothing. */
  static Preparation nothing() {
    return server -> {};
  }

  /** The one key that redis-benchmark uses without {@code -r}. */
  static Preparation oneKey() {
    return server -> LoadGenerator.run("", server.port, "-t set", 1_000);
  }

  /** So many keys, as redis-benchmark names them, and nothing else. */
  static Preparation keys(int count, int valueBytes) {
    return server -> {
      try (Wire wire = new Wire(server.port)) {
        wire.fill(count, valueBytes);
      }
    };
  }

  /** What these requests make of an empty server. */
  static Preparation of(Bulk... bulks) {
    return server -> {
      try (Wire wire = new Wire(server.port)) {
        wire.flush();
        for (Bulk bulk : List.of(bulks)) {
          wire.send(bulk);
        }
      }
    };
  }

  /**
   * Many requests of one form, each answered by one line. In the template {@code {n}} stands for
   * the number of the request, {@code {i}} for the same in twelve digits, {@code {r}} for a number
   * below the count in an order that looks random, each once, if the count is no multiple of 7919;
   * {@code {h}} for the number modulo 100, {@code {even}} for the even one at or below it, {@code
   * {lon}} and {@code {lat}} for a place on a grid of 10 by 10 degrees.
   */
  record Bulk(int count, String template) {
    private static final long STRIDE = 7_919;

    String request(int number) {
      long shuffled = number * STRIDE % count;
      return template
              .replace("{n}", Integer.toString(number))
              .replace("{even}", Integer.toString(number / 2 * 2))
              .replace("{h}", Integer.toString(number % 100))
              .replace("{i}", twelveDigits(number))
              .replace("{r}", Long.toString(shuffled))
              .replace("{lon}", Double.toString(5 + shuffled % 1_000 / 100.0))
              .replace("{lat}", Double.toString(40 + shuffled / 1_000 % 1_000 / 100.0))
          + "\r\n";
    }

    private static String twelveDigits(int number) {
      String digits = Integer.toString(number);
      return "0".repeat(12 - digits.length()) + digits;
    }
  }
}
