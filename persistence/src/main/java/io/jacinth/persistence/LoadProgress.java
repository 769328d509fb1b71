package io.jacinth.persistence;

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

  long loadedBytes() {
    return loadedBytes;
  }

  double percent() {
    return totalBytes == 0 ? 0 : loadedBytes * PERCENT / totalBytes;
  }

  /** Seconds that the rest will take if it goes on like this. */
  long secondsLeft(long nowMillis) {
    long seconds = (nowMillis - startMillis) / 1000;
    long loaded = loadedBytes;
    return loaded == 0 ? 1 : (long) ((double) seconds * (totalBytes - loaded) / loaded);
  }

  /** The memory that the data took in the server that wrote the file. */
  void usedMemoryThen(long bytes) {
    usedMemoryThen = bytes;
  }

  long usedMemoryThen() {
    return usedMemoryThen;
  }
}
