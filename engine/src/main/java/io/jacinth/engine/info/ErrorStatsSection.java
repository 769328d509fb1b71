package io.jacinth.engine.info;

import io.jacinth.engine.Engine;

/** Error replies by their code. */
record ErrorStatsSection(Engine engine) implements InfoSection {
  @Override
  public String title() {
    return "Errorstats";
  }

  @Override
  public void write(InfoWriter out) {
    engine.errorCounts().forEach((code, count) -> out.field("errorstat_" + code, "count=" + count));
  }
}
