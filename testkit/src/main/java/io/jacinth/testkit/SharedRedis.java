package io.jacinth.testkit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One redis-server for all tests of a JVM, started when first asked for and reset after each test.
 */
final class SharedRedis implements ServerSupply {

  private @Nullable RealRedis redis;
  private @Nullable ServerReset reset;

  @Override
  public String name() {
    return redisVersion().map(version -> "redis " + version).orElse("redis");
  }

  @Override
  public Optional<String> absence() {
    return RealRedis.binary().isPresent() ? Optional.empty() : Optional.of(RealRedis.absence());
  }

  @Override
  public Optional<Version> redisVersion() {
    return absence().isPresent() ? Optional.empty() : Optional.of(take().version());
  }

  @Override
  public synchronized RunningServer take() {
    RealRedis running = redis;
    if (running == null) {
      running = RealRedis.start();
      redis = running;
      reset = new ServerReset(running);
    }
    return running;
  }

  @Override
  public synchronized void giveBack(RunningServer server) {
    if (reset != null) {
      reset.run();
    }
  }
}
