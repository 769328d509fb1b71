package io.jacinth.engine.info;

import io.jacinth.engine.Engine;

/** What is on disk, and what is not yet. */
record PersistenceSection(Engine engine) implements InfoSection {
  @Override
  public String title() {
    return "Persistence";
  }

  @Override
  public void write(InfoWriter out) {
    engine.snapshots().writeTo(out);
    engine.appendLog().writeTo(out);
  }
}
