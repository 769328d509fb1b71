package io.jacinth.engine.config;

import static io.jacinth.engine.config.Directives.bool;
import static io.jacinth.engine.config.Directives.bytes;
import static io.jacinth.engine.config.Directives.choice;
import static io.jacinth.engine.config.Directives.count;
import static io.jacinth.engine.config.Directives.fileName;
import static io.jacinth.engine.config.Directives.integer;
import static io.jacinth.engine.config.Directives.notEmpty;
import static io.jacinth.engine.config.Directives.string;
import static io.jacinth.engine.config.Directives.value;
import static io.jacinth.engine.config.Directives.withoutDirectory;

import java.util.List;

/** Snapshots and the append-only file. */
public final class PersistenceSettings extends SettingGroup {
  public final ValueSetting<List<SavePoint>> save =
      add(
          value(
                  "save",
                  SavePoint.LIST,
                  List.of(
                      new SavePoint(3600, 1), new SavePoint(300, 100), new SavePoint(60, 10_000)))
              .live()
              .says("After how many seconds with how many changes a snapshot is due."));
  public final ValueSetting<String> dbfilename =
      add(
          fileName("dbfilename")
              .defaultsTo("dump.rdb")
              .live()
              .guarded()
              .says("The file of the snapshot, within dir."));
  public final BoolSetting rdbcompression =
      add(
          bool("rdbcompression")
              .defaultsTo(true)
              .live()
              .says("Whether long strings are compressed in a snapshot."));
  public final BoolSetting rdbchecksum =
      add(
          bool("rdbchecksum")
              .defaultsTo(true)
              .says("Whether a snapshot ends with a checksum of its bytes."));
  public final BoolSetting rdbDelSyncFiles =
      add(
          bool("rdb-del-sync-files")
              .live()
              .later("replication")
              .says(
                  "Whether snapshots made for replicas are removed where nothing else persists."));
  public final BoolSetting rdbSaveIncrementalFsync =
      add(
          bool("rdb-save-incremental-fsync")
              .defaultsTo(true)
              .live()
              .says("Whether a snapshot is brought to the disk as it is written."));
  public final LongSetting rdbKeySaveDelay =
      add(
          integer("rdb-key-save-delay")
              .between(Integer.MIN_VALUE, Integer.MAX_VALUE)
              .live()
              .inert("tests have a clock of their own")
              .hidden()
              .says("Microseconds to wait after each key of a snapshot, for tests."));
  public final LongSetting keyLoadDelay =
      add(
          integer("key-load-delay")
              .between(Integer.MIN_VALUE, Integer.MAX_VALUE)
              .live()
              .hidden()
              .says("Microseconds to wait after each key that is loaded, for tests."));
  public final LongSetting loadingProcessEventsIntervalBytes =
      add(
          integer("loading-process-events-interval-bytes")
              .between(1024, Integer.MAX_VALUE)
              .defaultsTo(2 << 20)
              .live()
              .inert("clients are looked after all the time")
              .hidden()
              .says("After how many loaded bytes clients are looked after."));
  public final BoolSetting stopWritesOnBgsaveError =
      add(
          bool("stop-writes-on-bgsave-error")
              .defaultsTo(true)
              .live()
              .says("Whether writes are refused while the last snapshot has failed."));
  public final ValueSetting<String> sanitizeDumpPayload =
      add(
          choice("sanitize-dump-payload", "no", "yes", "clients")
              .live()
              .inert("what is read is checked in any case")
              .says("Whether the values of RESTORE and of files are checked in depth."));
  public final BoolSetting appendonly =
      add(bool("appendonly").live().says("Whether every write goes to the append-only file."));
  public final ValueSetting<String> appendfilename =
      add(
          fileName("appendfilename")
              .check(name -> notEmpty("appendfilename", name))
              .defaultsTo("appendonly.aof")
              .says("The stem of the append-only files' names."));
  public final ValueSetting<String> appenddirname =
      add(
          string("appenddirname")
              .check(name -> withoutDirectory("appenddirname", name, "dirname"))
              .check(name -> notEmpty("appenddirname", name))
              .defaultsTo("appendonlydir")
              .says("The folder of the append-only files, within dir."));
  public final ValueSetting<String> appendfsync =
      add(
          choice("appendfsync", "everysec", "always", "no")
              .live()
              .says("When the append-only file is brought to the disk."));
  public final BoolSetting noAppendfsyncOnRewrite =
      add(
          bool("no-appendfsync-on-rewrite")
              .live()
              .says("Whether the disk is left alone while a rewrite or snapshot runs."));
  public final LongSetting autoAofRewritePercentage =
      add(
          count("auto-aof-rewrite-percentage")
              .defaultsTo(100)
              .live()
              .says("Growth in per cent at which the append-only file is rewritten; 0 never."));
  public final LongSetting autoAofRewriteMinSize =
      add(
          bytes("auto-aof-rewrite-min-size")
              .defaultsTo(64 << 20)
              .live()
              .says("The size below which the append-only file is not rewritten."));
  public final BoolSetting aofLoadTruncated =
      add(
          bool("aof-load-truncated")
              .defaultsTo(true)
              .live()
              .says("Whether a file that ends in the middle of a command is loaded up to there."));
  public final BoolSetting aofUseRdbPreamble =
      add(
          bool("aof-use-rdb-preamble")
              .defaultsTo(true)
              .live()
              .says("Whether a rewritten log begins with a snapshot; else it is commands alone."));
  public final BoolSetting aofTimestampEnabled =
      add(
          bool("aof-timestamp-enabled")
              .live()
              .says("Whether the append-only file notes the time of its commands."));
  public final BoolSetting aofRewriteIncrementalFsync =
      add(
          bool("aof-rewrite-incremental-fsync")
              .defaultsTo(true)
              .live()
              .inert("no client waits for the thread that writes it")
              .says("Whether a rewritten file is brought to the disk as it is written."));
  public final BoolSetting aofDisableAutoGc =
      add(
          bool("aof-disable-auto-gc")
              .live()
              .says("Whether files of the log that are no longer needed are kept."));

  PersistenceSettings(Configuration configuration) {
    super(configuration);
  }
}
