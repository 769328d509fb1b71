package io.jacinth.engine.config;

import java.util.List;

/** A setting that is {@code yes} or {@code no}. */
public final class BoolSetting extends Setting<Boolean, BoolSetting> {
  private boolean initial;
  private volatile boolean on;

  BoolSetting(String name) {
    super(name);
  }

  BoolSetting defaultsTo(boolean value) {
    initial = value;
    on = value;
    return this;
  }

  public boolean isOn() {
    return on;
  }

  @Override
  Boolean parse(List<String> words) throws ConfigException {
    String word = only(words);
    if (word.equalsIgnoreCase("yes")) {
      return true;
    }
    if (word.equalsIgnoreCase("no")) {
      return false;
    }
    throw new ConfigException("argument must be 'yes' or 'no'");
  }

  @Override
  String format(Boolean value) {
    return value ? "yes" : "no";
  }

  @Override
  public List<FileLine> fileLines() {
    return List.of(new FileLine(format(on), on != initial));
  }

  @Override
  Boolean current() {
    return on;
  }

  @Override
  Boolean initial() {
    return initial;
  }

  @Override
  void assign(Boolean value) {
    on = value;
  }

  @Override
  BoolSetting self() {
    return this;
  }
}
