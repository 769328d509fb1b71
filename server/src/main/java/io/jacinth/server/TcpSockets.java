package io.jacinth.server;

import io.jacinth.engine.config.ConfigException;
import io.jacinth.engine.config.ServerSettings;
import io.jacinth.engine.log.ServerLog;
import io.jacinth.server.transport.Listener;
import io.jacinth.server.transport.ListeningSocket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The TCP sockets that the server listens on: those of {@code port} and {@code bind}, also after
 * CONFIG SET has changed them. Connections outlive the socket that accepted them. Thread-safe.
 */
final class TcpSockets {
  private final ServerSettings settings;
  private final Listener listener;
  private final ServerLog log;
  private List<ListeningSocket> sockets = List.of();
  private List<String> addresses = List.of();
  private long configuredPort;
  private volatile int port;

  TcpSockets(ServerSettings settings, Listener listener, ServerLog log) {
    this.settings = settings;
    this.listener = listener;
    this.log = log;
  }

  /** The port listened on; 0: none. */
  int port() {
    return port;
  }

  /**
   * Listens as configured.
   *
   * @param isAnyPort whether the system chooses the port
   */
  synchronized void open(boolean isAnyPort) throws IOException {
    addresses = settings.network.bind.value();
    configuredPort = settings.network.port.value();
    if (isAnyPort || configuredPort != 0) {
      sockets = listenOnAll(addresses, isAnyPort ? 0 : (int) configuredPort);
      port = sockets.getFirst().port();
    }
  }

  /** Listens where the configuration now says; where that fails, as before. */
  synchronized void change() throws ConfigException {
    if (!settings.network.bind.value().equals(addresses)) {
      move();
    } else if (settings.network.port.value() != configuredPort) {
      changePort();
    }
  }

  /** The new port is there before the old one goes. */
  private void changePort() throws ConfigException {
    int newPort = settings.network.port.intValue();
    List<ListeningSocket> opened = List.of();
    if (newPort != 0) {
      try {
        opened = listenOnAll(addresses, newPort);
      } catch (IOException e) {
        throw new ConfigException("Unable to listen on this port. Check server logs.");
      }
    }
    sockets.forEach(ListeningSocket::close);
    sockets = opened;
    port = newPort;
    configuredPort = newPort;
  }

  /** An address may be both among the old and the new ones: the old go first. */
  private void move() throws ConfigException {
    List<String> newAddresses = settings.network.bind.value();
    boolean keepsPort = settings.network.port.value() == configuredPort;
    int newPort = keepsPort ? port : settings.network.port.intValue();
    sockets.forEach(ListeningSocket::close);
    try {
      sockets = newPort == 0 ? List.of() : listenOnAll(newAddresses, newPort);
    } catch (IOException e) {
      goBack();
      throw new ConfigException("Failed to bind to specified addresses.");
    }
    addresses = newAddresses;
    port = newPort;
    configuredPort = settings.network.port.value();
  }

  private void goBack() {
    try {
      sockets = port == 0 ? List.of() : listenOnAll(addresses, port);
    } catch (IOException e) {
      sockets = List.of();
      log.warning("The server listens on no TCP port any more: " + e.getMessage());
    }
  }

  /** Listens on all addresses or, where one that must be there is not, on none. */
  private List<ListeningSocket> listenOnAll(List<String> hosts, int wantedPort) throws IOException {
    List<ListeningSocket> opened = new ArrayList<>();
    try {
      int chosen = wantedPort;
      for (String host : hosts) {
        if (listen(host, chosen, opened)) {
          chosen = opened.getLast().port();
        }
      }
      if (opened.isEmpty()) {
        throw new IOException("Failed listening on port " + wantedPort + " (tcp), aborting.");
      }
      return opened;
    } catch (IOException e) {
      opened.forEach(ListeningSocket::close);
      throw e;
    }
  }

  /**
   * Binds one address of {@code bind}; false where an optional one (after a minus) is not there.
   */
  private boolean listen(String address, int wantedPort, List<ListeningSocket> opened)
      throws IOException {
    boolean isOptional = address.startsWith("-");
    String host = isOptional ? address.substring(1) : address;
    String bindable = host.equals("*") ? "0.0.0.0" : host.equals("::*") ? "::" : host;
    try {
      opened.add(listener.listen(bindable, wantedPort));
      return true;
    } catch (IOException e) {
      if (isOptional) {
        log.verbose("Could not bind the optional address " + host + ": " + e.getMessage());
        return false;
      }
      log.warning("Could not create server TCP listening socket " + e.getMessage());
      throw e;
    }
  }
}
