package io.jacinth.persistence;

import io.jacinth.engine.info.InfoWriter;

/** How far a load has come. Written by the thread that reads the file, read from any. */
final class LoadProgress {
  private static final double PERCENT = 100;

  final long startMillis;
  final long totalBytes;
  private volatile long loadedBytes;
  private volatile long usedMemoryThen;

  /**
   * @param totalBytes of the file, 0 where that is not known
   */
  LoadProgress(long startMillis, long totalBytes) {
    this.startMillis = startMillis;
    this.totalBytes = totalBytes;
  }

  void loaded(long bytes) {
    loadedBytes = bytes;
  }

  double percent() {
    return totalBytes == 0 ? 0 : loadedBytes * PERCENT / totalBytes;
  }

  /** Seconds that the rest will take if it goes on like this. */
  private long secondsLeft(long nowMillis) {
    long seconds = (nowMillis - startMillis) / 1000;
    long loaded = loadedBytes;
    return loaded == 0 ? 1 : (long) ((double) seconds * (totalBytes - loaded) / loaded);
  }

  /** The fields of INFO while a load goes on. */
  void writeTo(InfoWriter out, long nowMillis) {
    out.field("loading_start_time", startMillis / 1000)
        .field("loading_total_bytes", totalBytes)
        .field("loading_rdb_used_mem", usedMemoryThen)
        .field("loading_loaded_bytes", loadedBytes)
        .field("loading_loaded_perc", percent())
        .field("loading_eta_seconds", secondsLeft(nowMillis));
  }

  /** The memory that the data took in the server that wrote the file. */
  void usedMemoryThen(long bytes) {
    usedMemoryThen = bytes;
  }
}
