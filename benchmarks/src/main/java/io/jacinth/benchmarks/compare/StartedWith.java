package io.jacinth.benchmarks.compare;

import java.io.IOException;
import java.util.List;

/** A workload on servers that are started with further options. */
record StartedWith(String arguments, Workload workload) implements Workload {
  @Override
  public String name() {
    return workload.name();
  }

  @Override
  public String title() {
    return workload.title() + ", servers started with " + arguments;
  }

  @Override
  public List<Bar> bars() {
    return workload.bars();
  }

  @Override
  public int rounds(int asked) {
    return workload.rounds(asked);
  }

  @Override
  public Session open(ServerSpec spec, Options options) throws IOException, InterruptedException {
    String longer = spec.commandLine() + " " + arguments;
    return workload.open(new ServerSpec(spec.name(), longer), options);
  }
}
