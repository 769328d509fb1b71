package io.jacinth.persistence;

import io.jacinth.engine.info.InfoWriter;
import org.jspecify.annotations.Nullable;

/** How the last snapshots went. Thread-safe. */
final class SaveState {
  /** After a failure the next attempt waits. */
  private static final long RETRY_SECONDS = 5;

  private static final double PERCENT = 100;

  private long lastSaveMillis;
  private long savedChanges;
  private long saves;
  private boolean isLastGood = true;
  private long lastTryMillis;
  private long lastSeconds = -1;
  private long lastSideBytes;

  SaveState(long nowMillis) {
    lastSaveMillis = nowMillis;
  }

  /** A snapshot is on the disk, with so many changes since the server's start in it. */
  synchronized void saved(long nowMillis, long changes) {
    saves++;
    lastSaveMillis = nowMillis;
    savedChanges = changes;
    isLastGood = true;
  }

  synchronized void failed() {
    isLastGood = false;
  }

  /** A snapshot begins in the background. */
  synchronized void began(long nowMillis) {
    lastTryMillis = nowMillis;
  }

  /** It has ended, well or not. */
  synchronized void ended(long nowMillis, long sideBytes) {
    lastSeconds = nowMillis / 1000 - lastTryMillis / 1000;
    lastSideBytes = sideBytes;
  }

  synchronized boolean isLastGood() {
    return isLastGood;
  }

  synchronized long lastSaveMillis() {
    return lastSaveMillis;
  }

  /** Changes since the server's start that are in the last snapshot. */
  synchronized long savedChanges() {
    return savedChanges;
  }

  /** Whether the last failure, if any, is long enough ago. */
  synchronized boolean mayTry(long nowMillis) {
    return isLastGood || nowMillis / 1000 - lastTryMillis / 1000 > RETRY_SECONDS;
  }

  /**
   * The fields of INFO.
   *
   * @param running the snapshot that is on its way, if any
   */
  synchronized void writeTo(
      InfoWriter out, @Nullable SnapshotTask running, long changes, long nowMillis) {
    long side = running == null ? 0 : running.sideBytes();
    long processed = running == null ? 0 : running.processed();
    long keys = running == null ? 0 : running.keys();
    out.field("current_cow_peak", side)
        .field("current_cow_size", side)
        .field("current_cow_size_age", 0)
        .field("current_fork_perc", keys == 0 ? 0.0 : processed * PERCENT / keys)
        .field("current_save_keys_processed", processed)
        .field("current_save_keys_total", keys)
        .field("rdb_changes_since_last_save", changes - savedChanges)
        .field("rdb_bgsave_in_progress", running == null ? 0 : 1)
        .field("rdb_last_save_time", lastSaveMillis / 1000)
        .field("rdb_last_bgsave_status", isLastGood ? "ok" : "err")
        .field("rdb_last_bgsave_time_sec", lastSeconds)
        .field(
            "rdb_current_bgsave_time_sec",
            running == null ? -1 : nowMillis / 1000 - lastTryMillis / 1000)
        .field("rdb_saves", saves)
        .field("rdb_last_cow_size", lastSideBytes);
  }
}
