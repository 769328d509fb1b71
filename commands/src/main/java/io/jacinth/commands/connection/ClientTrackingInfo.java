package io.jacinth.commands.connection;

import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.ByteString;
import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.tracking.Mode;
import io.jacinth.engine.tracking.Tracker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code CLIENT TRACKINGINFO}: what the server tracks for the client. */
final class ClientTrackingInfo implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("CLIENT|TRACKINGINFO")
        .in(CommandGroup.CONNECTION)
        .since("6.2.0")
        .summary("Tells what is tracked for the connection's cache.")
        .complexity("O(1)")
        .flags(NOSCRIPT, LOADING, STALE);
  }

  @Override
  public void run(Call call) {
    Tracker tracker = call.client().tracker();
    call.reply().map(3);
    call.reply().bulk("flags");
    List<String> flags = flags(tracker);
    call.reply().set(flags.size());
    flags.forEach(call.reply()::bulk);
    call.reply().bulk("redirect");
    call.reply().integer(ClientGetRedir.of(call));
    call.reply().bulk("prefixes");
    List<ByteString> prefixes = tracker == null ? List.of() : tracker.prefixes();
    call.reply().array(prefixes.size());
    prefixes.forEach(prefix -> call.reply().bulk(prefix.slice()));
  }

  private static List<String> flags(@Nullable Tracker tracker) {
    Mode mode = tracker == null ? null : tracker.mode();
    if (tracker == null || mode == null) {
      return List.of("off");
    }
    List<String> flags = new ArrayList<>();
    flags.add("on");
    add(flags, mode.isBroadcast(), "bcast");
    add(flags, mode.isOptIn(), "optin");
    add(flags, mode.isOptIn() && tracker.isCaching(), "caching-yes");
    add(flags, mode.isOptOut(), "optout");
    add(flags, mode.isOptOut() && tracker.isCaching(), "caching-no");
    add(flags, mode.isNoLoop(), "noloop");
    add(flags, tracker.isRedirectBroken(), "broken_redirect");
    return flags;
  }

  private static void add(List<String> flags, boolean isOn, String flag) {
    if (isOn) {
      flags.add(flag);
    }
  }
}
