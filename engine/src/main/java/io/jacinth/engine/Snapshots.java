package io.jacinth.engine;

import io.jacinth.engine.info.InfoWriter;
import java.io.IOException;

/** Snapshots of all data on disk, as commands and INFO ask for them. Used from every thread. */
public interface Snapshots {
  /**
   * Loads the snapshot that the configuration names, where there is one, while the engine {@link
   * Engine#isLoading}. The caller holds no lock.
   *
   * @throws IOException where the file cannot be read to its end; the data is then worth nothing
   */
  void load() throws IOException;

  /** Writes a snapshot now; false where that fails. The caller holds every lock. */
  boolean save();

  /**
   * When the last snapshot was written, in milliseconds since 1970; at first the server's start.
   */
  long lastSaveMillis();

  /** The fields of INFO's section on persistence. */
  void writeTo(InfoWriter out);
}
