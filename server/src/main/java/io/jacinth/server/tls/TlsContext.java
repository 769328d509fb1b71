package io.jacinth.server.tls;

import io.jacinth.engine.config.ServerSettings;
import io.jacinth.engine.config.TlsSettings;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.util.IllegalReferenceCountException;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * One state of the TLS settings, ready for use. BoringSSL does the work where its library is and
 * native code is allowed, else the JDK. Used by any thread until it is released; connections that
 * were made with it live on.
 */
final class TlsContext {
  /** The suites of TLS 1.3; BoringSSL offers all of them or none. */
  private static final List<String> SUITES_OF_TLS_13 =
      List.of("TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256");

  private final SslContext context;
  private final boolean isNative;
  private final boolean prefersOwnCiphers;

  private TlsContext(SslContext context, boolean isNative, boolean prefersOwnCiphers) {
    this.context = context;
    this.isNative = isNative;
    this.prefersOwnCiphers = prefersOwnCiphers;
  }

  static TlsContext of(ServerSettings settings) throws TlsException {
    TlsSettings tls = settings.tls;
    TlsFiles.requireNames(tls);
    List<String> protocols = TlsProtocols.named(tls.tlsProtocols.value());
    TlsFiles files = TlsFiles.read(settings);
    List<String> newSuites = suitesOfTls13(tls.tlsCiphersuites.value());
    boolean isNative = hasBoringSsl() && newSuites.containsAll(SUITES_OF_TLS_13);
    List<String> suites = new ArrayList<>(olderSuites(tls.tlsCiphers.value(), isNative));
    TlsFiles.checkOthers(settings);
    if (protocols.contains(TlsProtocols.NEWEST)) {
      suites.addAll(0, newSuites);
    }
    SslContextBuilder builder =
        SslContextBuilder.forServer(files.key(), files.chain())
            .sslProvider(isNative ? SslProvider.OPENSSL_REFCNT : SslProvider.JDK)
            .protocols(protocols)
            .ciphers(suites, SupportedCipherSuiteFilter.INSTANCE)
            .trustManager(new ClientTrust(files.authorities()))
            .sessionCacheSize(sessions(tls))
            .sessionTimeout(Math.max(1, tls.tlsSessionCacheTimeout.value()));
    try {
      SslContext context = builder.build();
      resumption(context, tls.tlsSessionCaching.isOn());
      return new TlsContext(context, isNative, tls.tlsPreferServerCiphers.isOn());
    } catch (SSLException e) {
      throw new TlsException("Failed to configure TLS: " + e.getMessage());
    }
  }

  /** Without native access, as in a program that embeds the server, no library is loaded. */
  private static boolean hasBoringSsl() {
    return OpenSsl.class.getModule().isNativeAccessEnabled() && OpenSsl.isAvailable();
  }

  private static List<String> suitesOfTls13(String text) throws TlsException {
    if (text.isEmpty()) {
      return SUITES_OF_TLS_13;
    }
    List<String> wanted =
        Arrays.stream(text.split(":")).filter(SUITES_OF_TLS_13::contains).distinct().toList();
    if (wanted.isEmpty()) {
      throw new TlsException("Failed to configure ciphersuites: " + text);
    }
    return wanted;
  }

  private static List<String> olderSuites(String text, boolean isNative) throws TlsException {
    List<String> suites =
        CipherList.suites(text.isEmpty() ? "DEFAULT" : text).stream()
            .filter(suite -> !isNative || OpenSsl.isCipherSuiteAvailable(suite.name()))
            .map(CipherSuite::standardName)
            .toList();
    if (suites.isEmpty()) {
      throw new TlsException("Failed to configure ciphers: " + text);
    }
    return suites;
  }

  private static long sessions(TlsSettings tls) {
    long most = tls.tlsSessionCacheSize.value();
    return most == 0 ? Integer.MAX_VALUE : most;
  }

  /** Tickets, whose keys BoringSSL makes and changes by itself, and for older clients the cache. */
  private static void resumption(SslContext context, boolean isAllowed) {
    if (context.sessionContext() instanceof OpenSslSessionContext sessions) {
      sessions.setSessionCacheEnabled(isAllowed);
      if (isAllowed) {
        sessions.setTicketKeys();
      }
    }
  }

  /** Who does the work, for the log. */
  String provider() {
    return isNative ? OpenSsl.versionString() : "the JDK";
  }

  /**
   * A handler for one connection; null where the context has been released.
   *
   * @param clientAuth {@code tls-auth-clients}
   */
  @Nullable SslHandler handler(ByteBufAllocator allocator, String clientAuth) {
    try {
      ReferenceCountUtil.retain(context);
    } catch (IllegalReferenceCountException released) {
      return null;
    }
    try {
      SslHandler handler = context.newHandler(allocator);
      handler.setCumulator(new Cumulation(handler, isNative));
      ask(handler.engine(), clientAuth);
      preferCiphers(handler.engine());
      return handler;
    } finally {
      ReferenceCountUtil.release(context);
    }
  }

  private static void ask(SSLEngine engine, String clientAuth) {
    switch (clientAuth) {
      case "no" -> engine.setNeedClientAuth(false);
      case "optional" -> engine.setWantClientAuth(true);
      default -> engine.setNeedClientAuth(true);
    }
  }

  private void preferCiphers(SSLEngine engine) {
    SSLParameters parameters = engine.getSSLParameters();
    if (parameters.getUseCipherSuitesOrder() != prefersOwnCiphers) {
      parameters.setUseCipherSuitesOrder(prefersOwnCiphers);
      engine.setSSLParameters(parameters);
    }
  }

  void release() {
    ReferenceCountUtil.release(context);
  }
}
