package io.jacinth.engine.config;

import static io.jacinth.engine.config.Directives.bool;
import static io.jacinth.engine.config.Directives.bytes;
import static io.jacinth.engine.config.Directives.millis;

/** Scripts and functions. */
public final class ScriptingSettings extends SettingGroup {
  public final LongSetting busyReplyThreshold =
      add(
          millis("busy-reply-threshold")
              .alias("lua-time-limit")
              .defaultsTo(5000)
              .live()
              .says("Milliseconds after which other clients are told that a script is busy."));
  public final BoolSetting scriptKillRollback =
      add(
          bool("script-kill-rollback")
              .live()
              .says("Whether scripts that have written can be killed, and are undone then."));
  public final LongSetting scriptKillRollbackBytes =
      add(
          bytes("script-kill-rollback-bytes")
              .defaultsTo(64 << 20)
              .live()
              .says("How much a script may keep to be undone; beyond it, it cannot be killed."));
  public final BoolSetting luaEnableDeprecatedApi =
      add(
          bool("lua-enable-deprecated-api")
              .hidden()
              .inert("those functions are gone for good")
              .says("Whether scripts may use functions that Redis is about to withdraw."));

  ScriptingSettings(Configuration configuration) {
    super(configuration);
  }
}
