package io.jacinth.commands.acl;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.acl.AclLog.Entry;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.util.List;

/** {@code ACL LOG [count | RESET]}: what was refused lately, the latest first. */
final class AclLog implements Command {
  private static final int DEFAULT_COUNT = 10;

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ACL|LOG")
        .in(CommandGroup.SERVER)
        .since("6.0.0")
        .summary("Returns what was refused lately, or forgets it.")
        .complexity("O(N), N being the number of entries returned")
        .flags(ADMIN, NOSCRIPT, LOADING, STALE)
        .optional(Argument.oneOf("operation", Argument.integer("count"), Argument.word("RESET")));
  }

  @Override
  public void run(Call call) {
    if (call.count() > 3) {
      throw Usage.wrong(call);
    }
    io.jacinth.engine.acl.AclLog log = call.engine().acl().log();
    if (call.count() == 3 && call.is(2, "RESET")) {
      log.clear();
      call.reply().ok();
      return;
    }
    List<Entry> entries = log.latest(call.count() == 3 ? call.integer(2) : DEFAULT_COUNT);
    call.reply().array(entries.size());
    entries.forEach(entry -> answer(call, entry));
  }

  private static void answer(Call call, Entry entry) {
    Reply reply = call.reply();
    reply.map(10);
    field(reply, "count", entry.count());
    field(reply, "reason", entry.denial().logName());
    field(reply, "context", entry.context().logName());
    field(reply, "object", entry.object());
    field(reply, "username", entry.user());
    reply.bulk("age-seconds");
    reply.real((call.nowMillis() - entry.lastMillis()) / 1000.0);
    field(reply, "client-info", entry.clientInfo());
    field(reply, "entry-id", entry.id());
    field(reply, "timestamp-created", entry.createdMillis());
    field(reply, "timestamp-last-updated", entry.lastMillis());
  }

  private static void field(Reply reply, String name, String value) {
    reply.bulk(name);
    reply.bulk(Slice.ofLatin1(value));
  }

  private static void field(Reply reply, String name, long value) {
    reply.bulk(name);
    reply.integer(value);
  }
}
