package io.jacinth.server.transport;

import io.jacinth.engine.Client;
import io.jacinth.engine.ClientType;
import io.jacinth.engine.Engine;

/**
 * What time does to the clients of one loop: an idle one is closed after {@code timeout}, one that
 * does not read after the soft limit of {@code client-output-buffer-limit}. On the loop's thread.
 */
record ClientSweep(Engine engine, Loop loop, Listener.ListenerSettings settings) {
  void run() {
    long idleMillis = settings.idleSeconds() * 1000;
    long now = engine.clock().wallClockMicros() / 1000;
    for (Client client : engine.clients().all()) {
      if (client instanceof NettyClient ours && ours.loop() == loop && !ours.isKilled()) {
        if (idleMillis > 0 && now - client.lastActiveMillis() > idleMillis && mayTimeOut(ours)) {
          settings.idle(client);
          ours.kill();
        } else {
          ours.checkOutput();
        }
      }
    }
  }

  private static boolean mayTimeOut(Client client) {
    return client.type() == ClientType.NORMAL && !client.isBlocked();
  }
}
