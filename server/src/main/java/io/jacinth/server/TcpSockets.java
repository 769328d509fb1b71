package io.jacinth.server;

import io.jacinth.engine.config.ConfigException;
import io.jacinth.engine.config.ServerSettings;
import io.jacinth.engine.log.ServerLog;
import io.jacinth.server.transport.Listener;
import java.io.IOException;
import java.util.List;

/**
 * The TCP sockets that the server listens on: those of {@code port}, {@code tls-port} and {@code
 * bind}, also after CONFIG SET has changed them. Connections outlive the socket that accepted them.
 * Thread-safe.
 */
final class TcpSockets {
  private final ServerSettings settings;
  private final ListeningPort plain;
  private final ListeningPort encrypted;
  private List<String> addresses = List.of();

  TcpSockets(ServerSettings settings, Listener listener, ServerLog log) {
    this.settings = settings;
    this.plain = new ListeningPort("tcp", settings.network.port, listener::listen, log);
    this.encrypted = new ListeningPort("TLS", settings.tls.tlsPort, listener::listenTls, log);
  }

  /** The port listened on without TLS; 0: none. */
  int port() {
    return plain.port();
  }

  /** The port listened on for TLS; 0: none. */
  int tlsPort() {
    return encrypted.port();
  }

  /**
   * Listens as configured.
   *
   * @param isAnyPort whether the system chooses the ports
   */
  synchronized void open(boolean isAnyPort) throws IOException {
    addresses = settings.network.bind.value();
    plain.open(addresses, isAnyPort, isAnyPort);
    encrypted.open(addresses, settings.tls.tlsPort.value() != 0, isAnyPort);
  }

  /** Whether there is any socket. */
  synchronized boolean areListening() {
    return plain.isListening() || encrypted.isListening();
  }

  /** Listens where the configuration now says; where that fails, as before. */
  synchronized void change() throws ConfigException {
    if (!settings.network.bind.value().equals(addresses)) {
      move();
    } else {
      plain.changePort(addresses);
      encrypted.changePort(addresses);
    }
  }

  /** An address may be both among the old and the new ones: the old go first. */
  private void move() throws ConfigException {
    List<String> newAddresses = settings.network.bind.value();
    plain.close();
    encrypted.close();
    try {
      plain.move(newAddresses);
      encrypted.move(newAddresses);
    } catch (IOException e) {
      plain.goBack(addresses);
      encrypted.goBack(addresses);
      throw new ConfigException("Failed to bind to specified addresses.");
    }
    plain.moved();
    encrypted.moved();
    addresses = newAddresses;
  }
}
