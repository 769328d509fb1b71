package io.jacinth.engine.info;

import io.jacinth.engine.Engine;

/** The server's place among copies of its data: a primary without replicas. */
record ReplicationSection(Engine engine) implements InfoSection {
  private static final String NO_ID = "0".repeat(40);

  @Override
  public String title() {
    return "Replication";
  }

  @Override
  public void write(InfoWriter out) {
    out.field("role", "master")
        .field("connected_slaves", 0)
        .field("master_failover_state", "no-failover")
        .field("master_replid", engine.replicationId())
        .field("master_replid2", NO_ID)
        .field("master_repl_offset", 0)
        .field("second_repl_offset", -1)
        .field("repl_backlog_active", 0)
        .field("repl_backlog_size", engine.settings().replication.replBacklogSize.value())
        .field("repl_backlog_first_byte_offset", 0)
        .field("repl_backlog_histlen", 0);
  }
}
