package io.jacinth.engine.info;

/** Whether the server is part of a cluster. */
record ClusterSection() implements InfoSection {
  @Override
  public String title() {
    return "Cluster";
  }

  @Override
  public void write(InfoWriter out) {
    out.field("cluster_enabled", 0);
  }
}
