package io.jacinth.engine.config;

import org.jspecify.annotations.Nullable;

/** A table of settings of one theme: its fields declare and hold them. */
abstract class SettingGroup {
  private final Configuration configuration;
  private final @Nullable String feature;

  SettingGroup(Configuration configuration) {
    this.configuration = configuration;
    this.feature = null;
  }

  /** A table of settings that are without effect until a feature is built. */
  SettingGroup(Configuration configuration, String feature) {
    this.configuration = configuration;
    this.feature = feature;
  }

  final <S extends Setting<?, S>> S add(S setting) {
    if (feature != null) {
      setting.later(feature);
    }
    return configuration.add(setting);
  }
}
