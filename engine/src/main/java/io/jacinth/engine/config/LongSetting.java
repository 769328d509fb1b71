package io.jacinth.engine.config;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A setting that is a number: a count, bytes, a time, file permissions, a set of flags. */
public final class LongSetting extends Setting<Long, LongSetting> {
  private final LongFormat format;
  private final TimeUnit unit;
  private long least = Long.MIN_VALUE;
  private long most = Long.MAX_VALUE;
  private long initial;
  private volatile long value;

  LongSetting(String name, LongFormat format, TimeUnit unit) {
    super(name);
    this.format = format;
    this.unit = unit;
  }

  LongSetting between(long newLeast, long newMost) {
    least = newLeast;
    most = newMost;
    return this;
  }

  LongSetting atLeast(long newLeast) {
    return between(newLeast, Long.MAX_VALUE);
  }

  LongSetting defaultsTo(long newValue) {
    initial = newValue;
    value = newValue;
    return this;
  }

  /** A value outside is accepted and moved to the nearest inside. */
  LongSetting heldBetween(long first, long last) {
    return check(given -> Math.clamp(given, first, last));
  }

  /** The number in the setting's own unit, which its declaration names. */
  public long value() {
    return value;
  }

  /** The number, of a setting whose range lies within an int. */
  public int intValue() {
    return Math.toIntExact(value);
  }

  /** The time, of a setting that is one. */
  public Duration duration() {
    return Duration.of(value, unit.toChronoUnit());
  }

  @Override
  Long parse(List<String> words) throws ConfigException {
    long parsed = format.parse(only(words));
    if (parsed < least || parsed > most) {
      throw new ConfigException(
          "argument must be between %s and %s inclusive"
              .formatted(format.bound(least), format.bound(most)));
    }
    return parsed;
  }

  @Override
  String format(Long given) {
    return format.format(given);
  }

  @Override
  public List<FileLine> fileLines() {
    return List.of(new FileLine(format.inFile(value), value != initial));
  }

  @Override
  Long current() {
    return value;
  }

  @Override
  Long initial() {
    return initial;
  }

  @Override
  void assign(Long newValue) {
    value = newValue;
  }

  @Override
  LongSetting self() {
    return this;
  }
}
