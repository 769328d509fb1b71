package io.jacinth.commands.connection;

import io.jacinth.engine.Call;
import io.jacinth.engine.Client;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.pubsub.Kind;

/**
 * A client's line in CLIENT LIST and CLIENT INFO: every field of Redis 7.2 in its order. Other
 * clients' fields are read as their threads left them.
 */
final class ClientLine {
  private ClientLine() {}

  static void append(StringBuilder out, Client client, Call call) {
    RegisteredCommand command = client.lastCommand();
    long arguments = client == call.client() ? argumentBytes(call) : 0;
    long capacity = client.queryBufferCapacity();
    long pending = client.queryBufferBytes();
    long output = client.outputBytes();
    field(out, "id", client.id());
    field(out, "addr", client.address());
    field(out, "laddr", client.localAddress());
    field(out, "fd", client.fileDescriptor());
    field(out, "name", client.name());
    field(out, "age", seconds(call.nowMillis() - client.createdMillis()));
    field(out, "idle", seconds(call.nowMillis() - client.lastActiveMillis()));
    field(out, "flags", flags(client));
    field(out, "db", client.database());
    field(out, "sub", client.subscriptions().count(Kind.CHANNEL));
    field(out, "psub", client.subscriptions().count(Kind.PATTERN));
    field(out, "ssub", client.subscriptions().count(Kind.SHARD_CHANNEL));
    field(out, "multi", -1);
    field(out, "qbuf", pending);
    field(out, "qbuf-free", Math.max(capacity - pending, 0));
    field(out, "argv-mem", arguments);
    field(out, "multi-mem", 0);
    field(out, "rbs", 0);
    field(out, "rbp", 0);
    field(out, "obl", 0);
    field(out, "oll", client.outputBlocks());
    field(out, "omem", output);
    field(out, "tot-mem", capacity + arguments + output);
    field(out, "events", output > 0 ? "rw" : "r");
    field(out, "cmd", command == null ? "NULL" : command.name());
    field(out, "user", client.user());
    field(out, "redir", -1);
    field(out, "resp", client.isResp3() ? 3 : 2);
    field(out, "lib-name", client.libraryName());
    field(out, "lib-ver", client.libraryVersion());
    out.setCharAt(out.length() - 1, '\n');
  }

  private static void field(StringBuilder out, String name, String value) {
    out.append(name).append('=').append(value).append(' ');
  }

  private static void field(StringBuilder out, String name, long value) {
    out.append(name).append('=').append(value).append(' ');
  }

  private static long seconds(long millis) {
    return Math.max(millis, 0) / 1000;
  }

  private static String flags(Client client) {
    String flags =
        (client.isMonitor() ? "O" : "")
            + (client.subscriptions().isEmpty() ? "" : "P")
            + (client.isBlocked() ? "b" : "")
            + (client.isClosing() ? "c" : "")
            + (client.isUnixSocket() ? "U" : "")
            + (client.isSparedEviction() ? "e" : "");
    return flags.isEmpty() ? "N" : flags;
  }

  private static long argumentBytes(Call call) {
    long bytes = 0;
    for (int i = 0; i < call.count(); i++) {
      bytes += call.argument(i).length();
    }
    return bytes;
  }
}
