package io.jacinth.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A server started when first asked for and kept until the JVM ends: one of each kind serves all
 * test classes.
 */
final class SharedServer {

  static final List<SharedServer> ALL =
      List.of(new SharedServer("redis", SharedServer::redisAbsence, RealRedis::start));

  private final String kind;
  private final Supplier<Optional<String>> absence;
  private final Supplier<RunningServer> starter;
  private @Nullable RunningServer running;
  private @Nullable ServerReset reset;

  private SharedServer(
      String kind, Supplier<Optional<String>> absence, Supplier<RunningServer> starter) {
    this.kind = kind;
    this.absence = absence;
    this.starter = starter;
  }

  /** The name with the version, or without where the server is absent. */
  String name() {
    return absence().isPresent() ? kind : running().name();
  }

  /** Why this server cannot run here; empty when it can. */
  Optional<String> absence() {
    return absence.get();
  }

  synchronized RunningServer running() {
    if (running == null) {
      running = starter.get();
      reset = new ServerReset(running);
    }
    return running;
  }

  /** Brings the server back to the state in which it started. */
  synchronized void reset() {
    if (reset != null) {
      reset.run();
    }
  }

  private static Optional<String> redisAbsence() {
    return RealRedis.binary().isPresent() ? Optional.empty() : Optional.of(RealRedis.absence());
  }
}
