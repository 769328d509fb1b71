package io.jacinth.engine.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of settings of one theme: its fields declare and hold them. */
abstract class SettingGroup {
  private final Configuration configuration;
  private final @Nullable String feature;
  private final List<Setting<?, ?>> settings = new ArrayList<>();

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
    settings.add(setting);
    return configuration.add(setting);
  }

  /** The settings in the order of their declaration. */
  final List<Setting<?, ?>> settings() {
    return settings;
  }
}
