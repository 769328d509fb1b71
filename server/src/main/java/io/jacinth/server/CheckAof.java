package io.jacinth.server;

import io.jacinth.engine.SystemClock;
import io.jacinth.persistence.aof.AofCheck;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The program {@code jacinth-check-aof}: redis-check-aof's command line and exit status. */
public final class CheckAof {
  private CheckAof() {}

  public static void main(String[] arguments) {
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.exit(
        new AofCheck(System.out, answers, new SystemClock().wallClockMicros() / 1000)
            .run(List.of(arguments)));
  }
}
