package io.jacinth.engine.observe;

import io.jacinth.engine.Call;
import io.jacinth.engine.Client;
import io.jacinth.engine.Engine;
import io.jacinth.engine.Push;
import io.jacinth.engine.admission.Admission;
import io.jacinth.engine.spec.CommandFlag;
import io.jacinth.engine.spec.CommandSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The clients that see every command (MONITOR). A worker shows a command right after it ran and
 * before its locks are given up, so that the lines of commands on one key come in the order in
 * which these ran. While nobody looks, all that a command costs is the test of a bit. Used from
 * every thread.
 */
public final class Monitors {
  private static final long MICROS_A_SECOND = 1_000_000;

  private final Engine engine;
  private final List<Client> clients = new CopyOnWriteArrayList<>();

  public Monitors(Engine engine) {
    this.engine = engine;
  }

  /** Shows a client every command from now on; false where it sees them already. */
  public boolean add(Client client) {
    if (client.isMonitor()) {
      return false;
    }
    client.monitor(true);
    clients.add(client);
    update();
    return true;
  }

  /** Shows a client no further command. On its loop's thread, also when it has gone. */
  public void remove(Client client) {
    if (client.isMonitor()) {
      client.monitor(false);
      clients.remove(client);
      update();
    }
  }

  private synchronized void update() {
    engine.unusual(Admission.MONITORED, !clients.isEmpty());
  }

  /** Shows a command that has run, unless it is one of those that nobody is shown. */
  public void show(Call call) {
    CommandSpec command = call.command().spec();
    if (!command.has(CommandFlag.SKIP_MONITOR) && !command.has(CommandFlag.ADMIN)) {
      showAnyway(call);
    }
  }

  /** Shows a command that says itself when it is to be seen. */
  public void showAnyway(Call call) {
    if (clients.isEmpty()) {
      return;
    }
    byte[] line = line(call, source(call.client()));
    Push message = Push.of(line, line);
    for (Client client : clients) {
      if (client.replyMode() != Client.ReplyMode.OFF) {
        client.push(message);
      }
    }
  }

  private static String source(Client client) {
    if (client.principal() != client) {
      return "lua";
    }
    return (client.isUnixSocket() ? "unix:" : "") + client.address();
  }

  private byte[] line(Call call, String source) {
    long micros = engine.clock().wallClockMicros();
    StringBuilder line = new StringBuilder();
    line.append('+')
        .append(micros / MICROS_A_SECOND)
        .append('.')
        .append("%06d".formatted(micros % MICROS_A_SECOND))
        .append(" [")
        .append(call.client().database())
        .append(' ')
        .append(source)
        .append(']');
    for (int i = 0; i < call.count(); i++) {
      line.append(' ');
      quote(LoggedArguments.visible(call, i).toString(), line);
    }
    return line.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void quote(String word, StringBuilder line) {
    line.append('"');
    for (int i = 0; i < word.length(); i++) {
      quote(word.charAt(i), line);
    }
    line.append('"');
  }

  private static void quote(char c, StringBuilder line) {
    switch (c) {
      case '"', '\\' -> line.append('\\').append(c);
      case '\n' -> line.append("\\n");
      case '\r' -> line.append("\\r");
      case '\t' -> line.append("\\t");
      case 7 -> line.append("\\a");
      case '\b' -> line.append("\\b");
      default -> {
        if (c >= ' ' && c <= '~') {
          line.append(c);
        } else {
          line.append("\\x%02x".formatted((int) c));
        }
      }
    }
  }
}
