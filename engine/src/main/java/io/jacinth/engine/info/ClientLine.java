package io.jacinth.engine.info;

import io.jacinth.engine.Client;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.Transaction;
import io.jacinth.engine.pubsub.Kind;
import io.jacinth.engine.tracking.Mode;
import io.jacinth.engine.tracking.Tracker;
import io.jacinth.protocol.RequestParser;
import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

/**
 * A client's line in CLIENT LIST, CLIENT INFO and the log: every field of Redis 7.2 in its order,
 * and those that came later. A client's fields are read as its thread left them.
 */
public final class ClientLine {
  private ClientLine() {}

  /** The line without its end. */
  public static String of(Client client, long nowMillis) {
    StringBuilder out = new StringBuilder();
    append(out, client, nowMillis, null);
    out.setLength(out.length() - 1);
    return out.toString();
  }

  /**
   * Appends a line.
   *
   * @param running the request that the client is running, where that is known
   */
  public static void append(
      StringBuilder out, Client client, long nowMillis, @Nullable RequestParser running) {
    RegisteredCommand command = client.lastCommand();
    long arguments = running == null ? 0 : argumentBytes(running);
    long pending = running == null ? client.queryBufferBytes() : running.limit();
    long capacity = Math.max(client.queryBufferCapacity(), pending);
    long output = client.outputBytes();
    field(out, "id", client.id());
    field(out, "addr", client.address());
    field(out, "laddr", client.localAddress());
    field(out, "fd", client.fileDescriptor());
    field(out, "name", client.name());
    field(out, "age", seconds(nowMillis - client.createdMillis()));
    field(out, "idle", seconds(nowMillis - client.lastActiveMillis()));
    field(out, "flags", flags(client));
    field(out, "db", client.database());
    field(out, "sub", client.subscriptions().count(Kind.CHANNEL));
    field(out, "psub", client.subscriptions().count(Kind.PATTERN));
    field(out, "ssub", client.subscriptions().count(Kind.SHARD_CHANNEL));
    Transaction transaction = client.transaction();
    field(out, "multi", transaction == null ? -1 : transaction.queued());
    field(out, "watch", transaction == null ? 0 : transaction.watched());
    field(out, "qbuf", pending);
    field(out, "qbuf-free", capacity - pending);
    field(out, "argv-mem", arguments);
    long queued = transaction == null ? 0 : transaction.queuedBytes();
    field(out, "multi-mem", queued);
    field(out, "rbs", 0);
    field(out, "rbp", 0);
    field(out, "obl", 0);
    field(out, "oll", client.outputBlocks());
    field(out, "omem", output);
    field(out, "tot-mem", capacity + arguments + output + client.keptBytes());
    field(out, "events", output > 0 ? "rw" : "r");
    field(out, "cmd", command == null ? "NULL" : command.name());
    field(out, "user", client.user());
    field(out, "redir", redirect(client));
    field(out, "resp", client.isResp3() ? 3 : 2);
    field(out, "lib-name", client.libraryName());
    field(out, "lib-ver", client.libraryVersion());
    field(out, "tot-net-in", client.bytesIn());
    field(out, "tot-net-out", client.bytesOut());
    field(out, "tot-cmds", client.commands());
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

  /** A letter for each state that the client is in, {@code N} where it is in none. */
  public static String flags(Client client) {
    Transaction transaction = client.transaction();
    String flags =
        (client.isMonitor() ? "O" : "")
            + (client.subscriptions().isEmpty() ? "" : "P")
            + (transaction != null && transaction.isOpen() ? "x" : "")
            + (client.isBlocked() ? "b" : "")
            + trackingFlags(client)
            + (transaction != null && transaction.isTouched() ? "d" : "")
            + (client.isClosing() ? "c" : "")
            + (client.isUnixSocket() ? "U" : "")
            + (client.isSparedEviction() ? "e" : "")
            + (client.isUntouching() ? "T" : "");
    return flags.isEmpty() ? "N" : flags;
  }

  private static String trackingFlags(Client client) {
    Tracker tracker = client.tracker();
    Mode mode = tracker == null ? null : tracker.mode();
    if (tracker == null || mode == null) {
      return "";
    }
    return "t" + (tracker.isRedirectBroken() ? "R" : "") + (mode.isBroadcast() ? "B" : "");
  }

  private static long redirect(Client client) {
    Tracker tracker = client.tracker();
    Mode mode = tracker == null ? null : tracker.mode();
    return mode == null ? -1 : mode.redirect();
  }

  private static long argumentBytes(RequestParser request) {
    long bytes = 0;
    Slice view = new Slice();
    for (int i = 0; i < request.count(); i++) {
      bytes += request.argument(i, view).length();
    }
    return bytes;
  }
}
