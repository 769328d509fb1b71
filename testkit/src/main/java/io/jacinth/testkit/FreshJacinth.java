package io.jacinth.testkit;

import java.util.Optional;

/**
 * A Jacinth of its own for every test: it starts in milliseconds, and its end shows what leaked.
 */
final class FreshJacinth implements ServerSupply {

  @Override
  public String name() {
    return "jacinth";
  }

  @Override
  public Optional<String> absence() {
    return Optional.empty();
  }

  @Override
  public Optional<Version> redisVersion() {
    return Optional.empty();
  }

  @Override
  public RunningServer take() {
    return JacinthUnderTest.start("--enable-debug-command", "yes");
  }

  @Override
  public void giveBack(RunningServer server) {
    try (server) {
      server.checkInvariants();
    }
  }
}
