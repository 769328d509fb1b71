package io.jacinth.commands.connection;

import io.jacinth.engine.ByteString;
import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.tracking.Mode;
import io.jacinth.engine.tracking.Tracker;
import java.util.ArrayList;
import java.util.List;

/** The options of CLIENT TRACKING, and which of them go together. */
final class TrackingOptions {
  private final List<ByteString> prefixes = new ArrayList<>();
  private boolean isBroadcast;
  private boolean isOptIn;
  private boolean isOptOut;
  private boolean isNoLoop;
  private long redirect;

  private TrackingOptions() {}

  static TrackingOptions read(Call call, int first) {
    TrackingOptions options = new TrackingOptions();
    int next = first;
    while (next < call.count()) {
      next = options.take(call, next);
    }
    return options;
  }

  /** Takes the option at a position; answers the position behind it. */
  private int take(Call call, int i) {
    boolean hasMore = i + 1 < call.count();
    if (call.is(i, "REDIRECT") && hasMore) {
      takeRedirect(call, i + 1);
      return i + 2;
    }
    if (call.is(i, "PREFIX") && hasMore) {
      prefixes.add(ByteString.of(call.argument(i + 1)));
      return i + 2;
    }
    takeWord(call, i);
    return i + 1;
  }

  private void takeWord(Call call, int i) {
    if (call.is(i, "BCAST")) {
      isBroadcast = true;
    } else if (call.is(i, "OPTIN")) {
      isOptIn = true;
    } else if (call.is(i, "OPTOUT")) {
      isOptOut = true;
    } else if (call.is(i, "NOLOOP")) {
      isNoLoop = true;
    } else {
      throw ErrorReply.SYNTAX.exception();
    }
  }

  private void takeRedirect(Call call, int i) {
    if (redirect != 0) {
      throw new CommandException("ERR A client can only redirect to a single other client");
    }
    redirect = call.integer(i);
    if (call.engine().clients().find(redirect) == null) {
      throw new CommandException("ERR The client ID you want redirect to does not exist");
    }
  }

  Mode mode() {
    return new Mode(isBroadcast, isOptIn, isOptOut, isNoLoop, redirect);
  }

  List<ByteString> prefixes() {
    return prefixes;
  }

  /** Checks the options among themselves and against what the client has asked for before. */
  void check(Tracker tracker) {
    if (!isBroadcast && !prefixes.isEmpty()) {
      throw new CommandException("ERR PREFIX option requires BCAST mode to be enabled");
    }
    Mode old = tracker.mode();
    if (old != null && old.isBroadcast() != isBroadcast) {
      throw switched("BCAST mode on/off");
    }
    if (isBroadcast && (isOptIn || isOptOut)) {
      throw new CommandException("ERR OPTIN and OPTOUT are not compatible with BCAST");
    }
    if (isOptIn && isOptOut) {
      throw new CommandException("ERR You can't specify both OPTIN mode and OPTOUT mode");
    }
    if (old != null && ((isOptIn && old.isOptOut()) || (isOptOut && old.isOptIn()))) {
      throw switched("OPTIN/OPTOUT mode");
    }
    checkPrefixes(tracker);
  }

  private static CommandException switched(String what) {
    return new CommandException(
        "ERR You can't switch "
            + what
            + " before disabling tracking for this client, and then re-enabling it with a different"
            + " mode.");
  }

  private void checkPrefixes(Tracker tracker) {
    for (int i = 0; i < prefixes.size(); i++) {
      checkAgainst(prefixes.get(i), tracker.prefixes(), "an existing");
      checkAgainst(prefixes.get(i), prefixes.subList(i + 1, prefixes.size()), "another provided");
    }
  }

  private static void checkAgainst(ByteString prefix, List<ByteString> others, String which) {
    for (ByteString other : others) {
      if (prefix.startsWith(other) || other.startsWith(prefix)) {
        throw new CommandException(
            "ERR Prefix '%s' overlaps with %s prefix '%s'. Prefixes for a single client must not overlap."
                .formatted(prefix, which, other));
      }
    }
  }
}
