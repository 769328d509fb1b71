package io.jacinth.engine.info;

import io.jacinth.engine.Engine;
import io.jacinth.engine.keyspace.Partitions;

/** Each database that has keys. */
record KeyspaceSection(Engine engine) implements InfoSection {
  @Override
  public String title() {
    return "Keyspace";
  }

  @Override
  public void write(InfoWriter out) {
    Partitions partitions = engine.partitions();
    for (int database = 0; database < partitions.databases(); database++) {
      long keys = partitions.size(database);
      if (keys > 0) {
        out.field("db" + database, line(partitions, database, keys));
      }
    }
  }

  /** The part on fields with deadlines stands there only where there are such. */
  private static String line(Partitions partitions, int database, long keys) {
    long withFields = partitions.fieldDeadlines(database);
    return "keys=%d,expires=%d,avg_ttl=%d"
            .formatted(keys, partitions.deadlines(database), partitions.averageTtlMillis(database))
        + (withFields == 0 ? "" : ",subexpiry=" + withFields);
  }
}
