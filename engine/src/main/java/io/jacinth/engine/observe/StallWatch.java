package io.jacinth.engine.observe;

import io.jacinth.engine.config.LongSetting;
import io.jacinth.engine.config.ServerSettings;
import java.util.concurrent.TimeUnit;
import jdk.jfr.FlightRecorder;

/**
 * Notes when one event loop is busy with one thing for long, or runs late. Its events go to JFR;
 * who does not record them pays a comparison a batch of requests, and not the 0.1 s for which the
 * event's class would keep a loop when it is made ready. Owned by the loop.
 */
public final class StallWatch {
  private final LongSetting threshold;
  private final LongSetting hertz;
  private long lastChoresNanos;

  public StallWatch(ServerSettings settings) {
    this.threshold = settings.observation.loopStallThreshold;
    this.hertz = settings.keyspace.hz;
  }

  /** Says how long the loop was busy with something. */
  public void busy(String cause, long nanos) {
    if (nanos >= TimeUnit.MILLISECONDS.toNanos(threshold.value())
        && FlightRecorder.isInitialized()) {
      new LoopStallEvent(cause, nanos).commit();
    }
  }

  /** Says that the chores, which come {@code hz} times a second, begin. */
  public void choresAt(long nowNanos) {
    if (lastChoresNanos != 0) {
      long period = TimeUnit.SECONDS.toNanos(1) / hertz.value();
      busy("late", nowNanos - lastChoresNanos - period);
    }
    lastChoresNanos = nowNanos;
  }
}
