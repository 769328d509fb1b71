package io.jacinth.engine;

import io.jacinth.engine.config.ShutdownOption;
import io.jacinth.engine.info.InfoWriter;
import java.io.IOException;
import java.util.Set;

/** Snapshots of all data on disk, as commands and INFO ask for them. Used from every thread. */
public interface Snapshots extends AutoCloseable {
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
   * Writes the snapshot that the server leaves behind, where one is wanted: where save points are
   * configured, unless {@code options} say otherwise. The caller holds every lock. What is changed
   * after that is saved when the server ends.
   *
   * @return false where it cannot be written, and that is not to be ignored
   */
  boolean saveLast(Set<ShutdownOption> options);

  /** Empties the data and loads the snapshot. The caller holds every lock. */
  void reload(ReloadOptions options) throws IOException;

  /**
   * What a reload does.
   *
   * @param flushes whether it removes what is there before
   * @param merges whether a key of the file takes the place of one that is there
   */
  record ReloadOptions(boolean flushes, boolean merges) {}

  /** Whether a snapshot is being written in the background. */
  boolean isSaving();

  /**
   * Begins to write a snapshot of this instant in the background; false where something else that
   * goes through all data is on its way. The caller holds every lock.
   */
  boolean saveInBackground();

  /** Has a snapshot written in the background as soon as may be. */
  void schedule();

  /** Looks whether a snapshot is due. The caller, the first worker's cron, holds no lock. */
  void cron();

  /** All keys of all databases were removed. The caller holds every lock. */
  void dataFlushed();

  /**
   * When the last snapshot was written, in milliseconds since 1970; at first the server's start.
   */
  long lastSaveMillis();

  /** The fields of INFO's section on persistence. */
  void writeTo(InfoWriter out);

  /** Ends what goes on in the background, and waits for it. The caller holds no lock. */
  @Override
  void close();
}
