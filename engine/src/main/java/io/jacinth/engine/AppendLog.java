package io.jacinth.engine;

import io.jacinth.engine.info.InfoWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The append-only file, as commands, admission and INFO ask for it. Used from every thread. */
public interface AppendLog extends AutoCloseable {
  /**
   * Loads what the log holds and begins to write to it. The caller holds no lock; the engine {@link
   * Engine#isLoading}.
   *
   * @throws IOException where it cannot be read; the data is then worth nothing
   */
  void open() throws IOException;

  /**
   * Empties the data and loads what the log holds. The caller holds every lock, and gives them up
   * meanwhile while the engine {@link Engine#isLoading}; a request that had waited for a lock by
   * then may see part of the data.
   */
  void reload() throws IOException;

  /** Begins to write a shorter log; answers what is to be told to who asked for it. */
  String rewrite();

  /** What is looked after a few times a second. By one thread. */
  void cron();

  /** Why writes are refused, null where they are not. */
  @Nullable String trouble();

  /** The log's fields of INFO's section on persistence. */
  void writeTo(InfoWriter out);

  /** Brings everything to the disk and ends. Nothing is written any more. */
  @Override
  void close();
}
