package io.jacinth.commands.observe;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.observe.HotKeySession;

/** Reads the options of HOTKEYS START. */
final class HotKeyOptions {
  private static final int METRICS = 2;
  private static final int MOST_KEYS = 64;
  private static final int MOST_SECONDS = 1_000_000;

  private final Call call;
  private int next = 2;
  private boolean byTime;
  private boolean byBytes;
  private int count = 10;
  private long sampleRatio = 1;
  private long seconds;

  HotKeyOptions(Call call) {
    this.call = call;
  }

  HotKeySession.Request read() {
    metrics();
    while (next < call.count()) {
      option();
    }
    return new HotKeySession.Request(byTime, byBytes, count, sampleRatio, seconds);
  }

  /** Unknown metrics are left to later versions, as long as a known one is there. */
  private void metrics() {
    if (call.count() < 4 || !call.is(2, "METRICS")) {
      throw new CommandException("ERR METRICS parameter is required");
    }
    int metrics =
        (int) call.integer(3, 1, METRICS, "ERR METRICS count must be > 0 and <= " + METRICS);
    next = 4;
    for (int i = 0; i < metrics && next < call.count(); i++) {
      metric();
    }
    if (next - 4 < metrics) {
      throw new CommandException(
          "ERR METRICS count does not match number of metric types provided");
    }
    if (!byTime && !byBytes) {
      throw new CommandException("ERR METRICS no valid metrics passed. Supported: CPU|NET");
    }
  }

  private void metric() {
    if (call.is(next, "CPU")) {
      onlyOnce(byTime, "CPU");
      byTime = true;
    } else if (call.is(next, "NET")) {
      onlyOnce(byBytes, "NET");
      byBytes = true;
    }
    next++;
  }

  private static void onlyOnce(boolean isSet, String name) {
    if (isSet) {
      throw new CommandException("ERR METRICS " + name + " defined more than once!");
    }
  }

  private void option() {
    boolean hasValue = next + 1 < call.count();
    if (call.is(next, "SLOTS")) {
      throw new CommandException("ERR SLOTS parameter cannot be used in non-cluster mode");
    } else if (hasValue && call.is(next, "COUNT")) {
      count = (int) value(1, MOST_KEYS, "ERR COUNT must be between 1 and 64");
    } else if (hasValue && call.is(next, "DURATION")) {
      seconds = value(1, MOST_SECONDS, "ERR DURATION must be between 1 and 1000000");
    } else if (hasValue && call.is(next, "SAMPLE")) {
      sampleRatio = value(1, Integer.MAX_VALUE, "ERR SAMPLE ratio must be positive");
    } else {
      throw ErrorReply.SYNTAX.exception();
    }
    next += 2;
  }

  private long value(long least, long most, String error) {
    return call.integer(next + 1, least, most, error);
  }
}
