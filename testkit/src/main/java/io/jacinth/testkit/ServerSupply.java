package io.jacinth.testkit;

import java.util.List;
import java.util.Optional;

/** Where the tests of a {@link DualRun} get their server from, one after the other. */
interface ServerSupply {

  /** All servers that a dual run takes in. */
  List<ServerSupply> ALL = List.of(new FreshJacinth(), new SharedRedis());

  /** The name in test reports. */
  String name();

  /** Why this server cannot run here; empty when it can. */
  Optional<String> absence();

  /**
   * The version of Redis behind it; empty where {@link JacinthOnly} and {@link Since} mean nothing.
   */
  Optional<Version> redisVersion();

  /** An empty server for one test. */
  RunningServer take();

  /** Ends the test's use of the server; fails where the test left it broken. */
  void giveBack(RunningServer server);
}
