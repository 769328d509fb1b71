package io.jacinth.engine.info;

import io.jacinth.engine.Engine;

/** Calls, time and commands of each script and function that was called; not in Redis. */
record ScriptStatsSection(Engine engine) implements InfoSection {
  @Override
  public String title() {
    return "Scriptstats";
  }

  @Override
  public boolean isDefault() {
    return false;
  }

  @Override
  public void write(InfoWriter out) {
    engine.scripting().writeStatistics(out);
  }
}
