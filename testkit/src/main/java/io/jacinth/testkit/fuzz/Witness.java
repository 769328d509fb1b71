package io.jacinth.testkit.fuzz;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.client.RespValue.IntegerValue;
import io.jacinth.testkit.RunningServer;
import java.util.ArrayList;
import java.util.List;

/**
 * Whoever learns of changes to keys besides those who make them: a client that hears every keyspace
 * notification and, as the one in place of another, every invalidation of a cache; and for each of
 * the common keys a client that watches it.
 */
final class Witness implements AutoCloseable {

  private static final int KEYS = 8;
  private static final String[] LISTEN = {"PSUBSCRIBE", "__key*__:*"};

  private final RespConnection listener;
  private final RespConnection cache;
  private final List<RespConnection> watchers = new ArrayList<>();

  Witness(RunningServer server) {
    listener = ServerPair.connect(server);
    cache = ServerPair.connect(server);
    cache.send("CONFIG", "SET", "notify-keyspace-events", "KEAmn");
    long id = ((IntegerValue) listener.send("CLIENT", "ID")).value();
    listener.send(LISTEN);
    cache.send("CLIENT", "TRACKING", "ON", "BCAST", "REDIRECT", Long.toString(id));
    for (int i = 0; i < KEYS; i++) {
      RespConnection watcher = ServerPair.connect(server);
      watcher.send("WATCH", "k" + i);
      watchers.add(watcher);
    }
  }

  /** Asks for what there is to be learned since the last time; {@link #learned} is to follow. */
  void ask() {
    listener.write("PING");
    listener.flush();
    for (int i = 0; i < KEYS; i++) {
      RespConnection watcher = watchers.get(i);
      watcher.write("MULTI");
      watcher.write("EXEC");
      watcher.write("WATCH", "k" + i);
      watcher.flush();
    }
  }

  /** What was learned: messages in the order in which they came, then the keys touched. */
  String learned() {
    List<String> learned = new ArrayList<>();
    ArrayValue message = (ArrayValue) listener.read();
    while (message.elements().size() > 2) {
      learned.add(message.toString());
      message = (ArrayValue) listener.read();
    }
    for (int i = 0; i < KEYS; i++) {
      RespConnection watcher = watchers.get(i);
      watcher.read();
      RespValue outcome = watcher.read();
      watcher.read();
      if (!(outcome instanceof ArrayValue)) {
        learned.add("k" + i + " touched");
      }
    }
    return String.join("\n    ", learned);
  }

  @Override
  public void close() {
    listener.close();
    cache.close();
    watchers.forEach(RespConnection::close);
  }
}
