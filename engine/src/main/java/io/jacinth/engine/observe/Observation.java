package io.jacinth.engine.observe;

import io.jacinth.engine.Call;
import io.jacinth.engine.Clock;
import io.jacinth.engine.config.ObservationSettings;
import io.jacinth.engine.spec.CommandFlag;
import java.util.concurrent.TimeUnit;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Which commands are remarkable, and where they are remembered. A worker compares each command's
 * duration and reply with {@link #leastNanos} and {@link #leastReplyBytes}, and tells of those that
 * reach them; the rest costs nothing. Used from every thread.
 */
public final class Observation {
  private final Clock clock;
  private final CommandLog slow;
  private final CommandLog largeRequests;
  private final CommandLog largeReplies;
  private final LatencyMonitor latency;
  private volatile long leastNanos;
  private volatile long leastLoggedNanos;
  private volatile @Nullable HotKeySession hotKeys;
  private volatile long leastRequestBytes;
  private volatile long leastReplyBytes;

  public Observation(Clock clock, ObservationSettings settings) {
    this.clock = clock;
    this.slow = new CommandLog(settings.slowlogLogSlowerThan, settings.slowlogMaxLen);
    this.largeRequests =
        new CommandLog(settings.commandlogRequestLargerThan, settings.commandlogLargeRequestMaxLen);
    this.largeReplies =
        new CommandLog(settings.commandlogReplyLargerThan, settings.commandlogLargeReplyMaxLen);
    this.latency = new LatencyMonitor(clock, settings.latencyMonitorThreshold);
    configure();
    settings.slowlogLogSlowerThan.onChange(this::configure);
    settings.slowlogMaxLen.onChange(this::configure);
    settings.commandlogRequestLargerThan.onChange(this::configure);
    settings.commandlogLargeRequestMaxLen.onChange(this::configure);
    settings.commandlogReplyLargerThan.onChange(this::configure);
    settings.commandlogLargeReplyMaxLen.onChange(this::configure);
    settings.latencyMonitorThreshold.onChange(this::configure);
  }

  private synchronized void configure() {
    long micros = slow.leastValue();
    long millis = latency.isOn() ? latency.thresholdMillis() : Long.MAX_VALUE;
    leastLoggedNanos =
        Math.min(TimeUnit.MICROSECONDS.toNanos(micros), TimeUnit.MILLISECONDS.toNanos(millis));
    leastNanos = hotKeys == null ? leastLoggedNanos : 0;
    leastRequestBytes = largeRequests.leastValue();
    leastReplyBytes = largeReplies.leastValue();
  }

  /** Makes every command remarkable as long as a search for hot keys goes on; null: it is over. */
  void hotKeys(@Nullable HotKeySession session) {
    hotKeys = session;
    configure();
  }

  /** The duration from which a command is remarkable. */
  public long leastNanos() {
    return leastNanos;
  }

  /** The size from which a request is remarkable. */
  public long leastRequestBytes() {
    return leastRequestBytes;
  }

  /** The size from which a reply is remarkable. */
  public long leastReplyBytes() {
    return leastReplyBytes;
  }

  /** Takes note of a call that is done and was remarkable in one respect or another. */
  public void notice(Call call, long nanos, long replyBytes, HotKeySampler sampler) {
    HotKeySession session = hotKeys;
    if (session != null) {
      sampler.ran(session, call, nanos, replyBytes);
    }
    if (nanos >= leastLoggedNanos
        || replyBytes >= leastReplyBytes
        || leastRequestBytes < Long.MAX_VALUE && call.requestBytes() >= leastRequestBytes) {
      keep(call, nanos, replyBytes);
    }
  }

  private void keep(Call call, long nanos, long replyBytes) {
    boolean isFast = call.command().spec().has(CommandFlag.FAST);
    latency.sampleNanos(isFast ? LatencyMonitor.FAST_COMMAND : LatencyMonitor.COMMAND, nanos);
    log(call, nanos, replyBytes);
  }

  /** Takes note of a request that was only queued by now, and may be large. */
  public void noticeRequest(Call call) {
    largeRequests.offer(call, clock.wallClockMicros() / 1_000_000, call.requestBytes());
  }

  /**
   * Takes note of a call that has waited and is now served.
   *
   * @param nanos the time that it took besides waiting
   * @param servingNanos the part of it that serving took
   */
  public void noticeServed(Call call, long nanos, long servingNanos, long replyBytes) {
    latency.sampleNanos(LatencyMonitor.COMMAND_UNBLOCKING, servingNanos);
    if (nanos >= leastNanos
        || replyBytes >= leastReplyBytes
        || call.requestBytes() >= leastRequestBytes) {
      log(call, nanos, replyBytes);
    }
  }

  private void log(Call call, long nanos, long replyBytes) {
    if (!call.command().spec().has(CommandFlag.SKIP_SLOWLOG)) {
      long seconds = clock.wallClockMicros() / 1_000_000;
      long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
      slow.offer(call, seconds, micros);
      if (micros >= slow.leastValue() && FlightRecorder.isInitialized()) {
        record(call, nanos, replyBytes);
      }
      largeRequests.offer(call, seconds, call.requestBytes());
      largeReplies.offer(call, seconds, replyBytes);
    }
  }

  /** To be called only while JFR is in use: the event's class takes 0.1 s to make ready. */
  private static void record(Call call, long nanos, long replyBytes) {
    String name = call.command().name();
    new SlowCommandEvent(name, call.count(), nanos, replyBytes, call.client().address()).commit();
  }

  /** The commands that took long (SLOWLOG). */
  public CommandLog slow() {
    return slow;
  }

  public CommandLog largeRequests() {
    return largeRequests;
  }

  public CommandLog largeReplies() {
    return largeReplies;
  }

  /** What took long, by event (LATENCY). */
  public LatencyMonitor latency() {
    return latency;
  }
}
