package io.jacinth.persistence;

import io.jacinth.engine.Engine;
import io.jacinth.engine.config.MaxmemoryPolicy;
import io.jacinth.engine.config.PersistenceSettings;
import io.jacinth.engine.keyspace.Usage;
import io.jacinth.persistence.RecordWriter.UseKept;

/** How a snapshot is written, as it was configured when it began. */
record SaveOptions(boolean compresses, boolean hasChecksum, UseKept use, Usage usage) {
  static SaveOptions of(Engine engine) {
    PersistenceSettings settings = engine.settings().persistence;
    Usage usage = engine.newSurroundings().moment().usage();
    return new SaveOptions(
        settings.rdbcompression.isOn(), settings.rdbchecksum.isOn(), use(engine), usage);
  }

  private static UseKept use(Engine engine) {
    MaxmemoryPolicy policy = engine.settings().memory.maxmemoryPolicy.value();
    return policy.isLfu() ? UseKept.FREQUENCY : policy.isLru() ? UseKept.IDLE : UseKept.NONE;
  }
}
