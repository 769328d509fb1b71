package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.observe.HotKeySession;
import io.jacinth.engine.observe.HotKeySession.HotKey;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.util.List;

/**
 * {@code HOTKEYS GET}: what the current or last search has found, as one map in an array; null
 * where there was none.
 */
final class HotKeysGet implements Command {
  private static final int ALWAYS = 7;
  private static final int OF_TIME = 3;
  private static final int OF_BYTES = 2;

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HOTKEYS|GET")
        .in(CommandGroup.SERVER)
        .since("8.6.0")
        .summary("Returns the keys that cost most.")
        .complexity("O(K) where K is the number of keys returned.")
        .flags(ADMIN, NOSCRIPT);
  }

  @Override
  public void run(Call call) {
    HotKeySession session = call.engine().hotKeys().session();
    if (session == null) {
      call.reply().nil();
      return;
    }
    call.reply().array(1);
    answer(call.reply(), session);
  }

  private static void answer(Reply reply, HotKeySession session) {
    HotKeySession.Request request = session.request();
    reply.map(ALWAYS + (request.byTime() ? OF_TIME : 0) + (request.byBytes() ? OF_BYTES : 0));
    field(reply, "tracking-active", session.isActive() ? 1 : 0);
    field(reply, "sample-ratio", request.sampleRatio());
    reply.bulk("selected-slots");
    reply.array(0);
    field(reply, "all-commands-all-slots-us", session.commandMicros());
    field(reply, "net-bytes-all-commands-all-slots", session.netBytes());
    field(reply, "collection-start-time-unix-ms", session.startMillis());
    field(reply, "collection-duration-ms", session.durationMillis());
    if (request.byTime()) {
      field(reply, "total-cpu-time-user-ms", session.userMillis());
      field(reply, "total-cpu-time-sys-ms", session.systemMillis());
    }
    if (request.byBytes()) {
      field(reply, "total-net-bytes", session.netBytes());
    }
    if (request.byTime()) {
      keys(reply, "by-cpu-time-us", session.byTime());
    }
    if (request.byBytes()) {
      keys(reply, "by-net-bytes", session.byBytes());
    }
  }

  private static void field(Reply reply, String name, long value) {
    reply.bulk(name);
    reply.integer(value);
  }

  private static void keys(Reply reply, String name, List<HotKey> keys) {
    reply.bulk(name);
    reply.array(2L * keys.size());
    for (HotKey key : keys) {
      reply.bulk(Slice.ofLatin1(key.name()));
      reply.integer(key.cost());
    }
  }
}
