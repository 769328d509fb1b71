package io.jacinth.server.tls;

import io.jacinth.engine.config.ConfigException;
import io.jacinth.engine.config.ServerSettings;
import io.jacinth.engine.config.Setting;
import io.jacinth.engine.config.TlsSettings;
import io.jacinth.engine.log.ServerLog;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * TLS on the connections of clients, as the {@code tls-} settings have it. New settings and renewed
 * files hold for the connections that come after; those that are there go on with what they began
 * with. Thread-safe.
 */
public final class ClientTls implements AutoCloseable {
  /** A connection whose handshake takes longer is closed. */
  private static final long HANDSHAKE_SECONDS = 10;

  /** For so long a closing connection tries to tell its peer that it is closing. */
  private static final long FAREWELL_MILLIS = 500;

  private final ServerSettings settings;
  private final ServerLog log;
  private volatile @Nullable TlsContext context;

  public ClientTls(ServerSettings settings, ServerLog log) {
    this.settings = settings;
    this.log = log;
  }

  /** Listens to changes of the settings. */
  public void follow() {
    Setting.Listener listener = this::changed;
    settings.tls.ofContext().forEach(setting -> setting.onChange(listener));
  }

  /** Whether the configuration asks for TLS anywhere. */
  public boolean isWanted() {
    TlsSettings tls = settings.tls;
    return tls.tlsPort.value() != 0 || tls.tlsReplication.isOn() || tls.tlsCluster.isOn();
  }

  private void changed() throws ConfigException {
    if (isWanted()) {
      configure();
    }
  }

  /** Makes TLS ready where it has not been so far. */
  public void require() throws ConfigException {
    if (context == null) {
      configure();
    }
  }

  /**
   * Reads settings and files anew.
   *
   * @throws ConfigException where that fails; the log says why, and all is as before
   */
  private synchronized void configure() throws ConfigException {
    TlsContext made;
    try {
      made = TlsContext.of(settings);
    } catch (TlsException e) {
      log.warning(e.text());
      throw new ConfigException("Unable to update TLS configuration. Check server logs.");
    }
    replace(made);
    log.verbose("TLS for clients is done by " + made.provider());
  }

  private void replace(@Nullable TlsContext made) {
    TlsContext old = context;
    context = made;
    if (old != null) {
      old.release();
    }
  }

  /** The handler that encrypts a new connection. On any loop. */
  public SslHandler handler(ByteBufAllocator allocator) {
    while (true) {
      TlsContext current = context;
      if (current == null) {
        throw new IllegalStateException("a connection for TLS before there is a certificate");
      }
      SslHandler handler = current.handler(allocator, settings.tls.tlsAuthClients.value());
      if (handler != null) {
        handler.setHandshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS);
        handler.setCloseNotifyFlushTimeoutMillis(FAREWELL_MILLIS);
        return handler;
      }
    }
  }

  @Override
  public synchronized void close() {
    replace(null);
  }
}
