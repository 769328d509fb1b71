package io.jacinth.benchmarks.compare;

import java.io.IOException;
import java.util.List;

/** One row of a suite: what is done to each server and what it must show. */
interface Workload {

  /** The name that {@code --only} takes. */
  String name();

  /** What a reader can repeat by hand. */
  String title();

  List<Bar> bars();

  /** How many rounds make sense where so many are asked for. */
  default int rounds(int asked) {
    return asked;
  }

  /** Brings a server to the state that its rounds start from. */
  Session open(ServerSpec spec, Options options) throws IOException, InterruptedException;

  /** One server between its rounds. */
  interface Session extends AutoCloseable {

    Sample round() throws IOException, InterruptedException;

    @Override
    void close();
  }
}
