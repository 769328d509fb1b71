package io.jacinth.server;

import io.jacinth.engine.config.ConfigException;
import io.jacinth.engine.config.LongSetting;
import io.jacinth.engine.log.ServerLog;
import io.jacinth.server.transport.ListeningSocket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The sockets of one port setting on all addresses. Guarded by {@link TcpSockets}. */
final class ListeningPort {
  /** Opens a socket. */
  @FunctionalInterface
  interface Opener {
    ListeningSocket open(String host, int port) throws IOException;
  }

  private final String kind;
  private final LongSetting setting;
  private final Opener opener;
  private final ServerLog log;
  private List<ListeningSocket> sockets = List.of();
  private long configured;

  /** Where the sockets are; read by anybody. */
  private volatile int port;

  ListeningPort(String kind, LongSetting setting, Opener opener, ServerLog log) {
    this.kind = kind;
    this.setting = setting;
    this.opener = opener;
    this.log = log;
  }

  int port() {
    return port;
  }

  /**
   * Listens as configured.
   *
   * @param isNeeded whether to listen though the setting were 0
   * @param isAny whether the system chooses the port
   */
  void open(List<String> addresses, boolean isNeeded, boolean isAny) throws IOException {
    configured = setting.value();
    if (isNeeded || configured != 0) {
      sockets = listenOnAll(addresses, isAny ? 0 : (int) configured);
      port = sockets.isEmpty() ? (int) configured : sockets.getFirst().port();
    }
  }

  /** The new port, where there is one, is there before the old one goes. */
  void changePort(List<String> addresses) throws ConfigException {
    int newPort = setting.intValue();
    if (newPort == configured) {
      return;
    }
    List<ListeningSocket> opened = List.of();
    if (newPort != 0) {
      try {
        opened = listenOnAll(addresses, newPort);
      } catch (IOException e) {
        throw new ConfigException("Unable to listen on this port. Check server logs.");
      }
    }
    close();
    sockets = opened;
    port = newPort;
    configured = newPort;
  }

  /** Whether anybody can connect. */
  boolean isListening() {
    return !sockets.isEmpty();
  }

  void close() {
    sockets.forEach(ListeningSocket::close);
    sockets = List.of();
  }

  /** Listens on other addresses, once closed; {@link #moved} or {@link #goBack} follows. */
  void move(List<String> addresses) throws IOException {
    int newPort = portAfterMove();
    sockets = newPort == 0 ? List.of() : listenOnAll(addresses, newPort);
  }

  private int portAfterMove() {
    return setting.value() == configured ? port : setting.intValue();
  }

  void moved() {
    port = portAfterMove();
    configured = setting.value();
  }

  /** Listens as before a move that has failed. */
  void goBack(List<String> addresses) {
    close();
    try {
      sockets = port == 0 ? List.of() : listenOnAll(addresses, port);
    } catch (IOException e) {
      log.warning("The server listens on no " + kind + " port any more: " + e.getMessage());
    }
  }

  /** Listens on all addresses or, where one that must be there is not, on none. */
  private List<ListeningSocket> listenOnAll(List<String> hosts, int wanted) throws IOException {
    List<ListeningSocket> opened = new ArrayList<>();
    try {
      int chosen = wanted;
      for (String host : hosts) {
        if (listen(host, chosen, opened)) {
          chosen = opened.getLast().port();
        }
      }
      return opened;
    } catch (IOException e) {
      opened.forEach(ListeningSocket::close);
      throw new IOException("Failed listening on port " + wanted + " (" + kind + "), aborting.", e);
    }
  }

  /**
   * Binds one address of {@code bind}; false where an optional one (after a minus) is not there.
   */
  private boolean listen(String address, int wanted, List<ListeningSocket> opened)
      throws IOException {
    boolean isOptional = address.startsWith("-");
    String host = isOptional ? address.substring(1) : address;
    String bindable = host.equals("*") ? "0.0.0.0" : host.equals("::*") ? "::" : host;
    try {
      opened.add(opener.open(bindable, wanted));
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
