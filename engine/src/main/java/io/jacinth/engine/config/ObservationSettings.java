package io.jacinth.engine.config;

import static io.jacinth.engine.config.Directives.bool;
import static io.jacinth.engine.config.Directives.choice;
import static io.jacinth.engine.config.Directives.integer;
import static io.jacinth.engine.config.Directives.longCount;
import static io.jacinth.engine.config.Directives.micros;
import static io.jacinth.engine.config.Directives.millis;
import static io.jacinth.engine.config.Directives.string;
import static io.jacinth.engine.config.Directives.stringOrEmpty;
import static io.jacinth.engine.config.Directives.value;

import io.jacinth.engine.log.LogLevel;
import java.util.List;

/** What the server tells about itself: log, slow commands, latencies. */
public final class ObservationSettings extends SettingGroup {
  private static final String SYSLOG = "logging to syslog";

  public final ValueSetting<LogLevel> loglevel =
      add(choice("loglevel", LogLevel.NOTICE).live().says("How much is logged."));
  public final ValueSetting<String> logfile =
      add(stringOrEmpty("logfile").says("The file of the log; empty is standard output."));
  public final BoolSetting alwaysShowLogo =
      add(
          bool("always-show-logo")
              .inert("there is no logo")
              .says("Whether the start is decorated in a log that nobody watches."));
  public final BoolSetting syslogEnabled =
      add(bool("syslog-enabled").later(SYSLOG).says("Whether the log goes to syslog as well."));
  public final ValueSetting<String> syslogIdent =
      add(
          string("syslog-ident")
              .defaultsTo("redis")
              .later(SYSLOG)
              .says("The name of the server in syslog."));
  public final ValueSetting<String> syslogFacility =
      add(
          choice(
                  "syslog-facility",
                  "user",
                  "local0",
                  "local1",
                  "local2",
                  "local3",
                  "local4",
                  "local5",
                  "local6",
                  "local7")
              .defaultsTo("local0")
              .later(SYSLOG)
              .says("The facility of the server in syslog."));
  public final LongSetting slowlogLogSlowerThan =
      add(
          micros("slowlog-log-slower-than")
              .atLeast(-1)
              .defaultsTo(10_000)
              .alias("commandlog-execution-slower-than")
              .live()
              .says("Microseconds from which a command counts as slow; -1 counts none."));
  public final LongSetting slowlogMaxLen =
      add(
          longCount("slowlog-max-len")
              .defaultsTo(128)
              .alias("commandlog-slow-execution-max-len")
              .live()
              .says("How many slow commands are remembered."));
  public final LongSetting commandlogRequestLargerThan =
      add(
          integer("commandlog-request-larger-than")
              .atLeast(-1)
              .defaultsTo(1024 * 1024)
              .live()
              .says("Bytes from which a request counts as large; -1 counts none."));
  public final LongSetting commandlogLargeRequestMaxLen =
      add(
          longCount("commandlog-large-request-max-len")
              .defaultsTo(128)
              .live()
              .says("How many large requests are remembered."));
  public final LongSetting commandlogReplyLargerThan =
      add(
          integer("commandlog-reply-larger-than")
              .atLeast(-1)
              .defaultsTo(1024 * 1024)
              .live()
              .says("Bytes from which a reply counts as large; -1 counts none."));
  public final LongSetting commandlogLargeReplyMaxLen =
      add(
          longCount("commandlog-large-reply-max-len")
              .defaultsTo(128)
              .live()
              .says("How many large replies are remembered."));
  public final BoolSetting latencyTracking =
      add(
          bool("latency-tracking")
              .defaultsTo(true)
              .live()
              .says("Whether the latency of each command is recorded."));
  public final ValueSetting<List<Double>> latencyTrackingInfoPercentiles =
      add(
          value("latency-tracking-info-percentiles", new Percentiles(), List.of(50.0, 99.0, 99.9))
              .live()
              .says("Which percentiles of the latencies INFO shows."));
  public final LongSetting latencyMonitorThreshold =
      add(
          millis("latency-monitor-threshold")
              .defaultsTo(0)
              .live()
              .says("Milliseconds from which an event is recorded for LATENCY; 0 records none."));
  public final LongSetting loopStallThreshold =
      add(
          millis("loop-stall-threshold")
              .between(1, Integer.MAX_VALUE)
              .defaultsTo(20)
              .live()
              .says("Milliseconds from which JFR is told that an event loop was stalled."));
  public final LongSetting watchdogPeriod =
      add(
          integer("watchdog-period")
              .between(0, Integer.MAX_VALUE)
              .live()
              .hidden()
              .inert("the JVM's own tools show what a thread is busy with")
              .says("Milliseconds after which a blocked server logs where it is; 0 never."));
  public final BoolSetting crashLogEnabled =
      add(
          bool("crash-log-enabled")
              .defaultsTo(true)
              .live()
              .inert("the JVM writes its own report of a crash")
              .says("Whether a crash is reported in the log."));
  public final BoolSetting crashMemcheckEnabled =
      add(
          bool("crash-memcheck-enabled")
              .defaultsTo(true)
              .live()
              .inert("the JVM writes its own report of a crash")
              .says("Whether memory is tested after a crash."));

  ObservationSettings(Configuration configuration) {
    super(configuration);
  }
}
