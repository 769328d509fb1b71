package io.jacinth.engine.config;

import static io.jacinth.engine.config.Directives.bool;
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
