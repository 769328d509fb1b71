package io.jacinth.engine.config;

import static io.jacinth.engine.config.Directives.bool;
import static io.jacinth.engine.config.Directives.choice;
import static io.jacinth.engine.config.Directives.count;
import static io.jacinth.engine.config.Directives.string;
import static io.jacinth.engine.config.Directives.tcpPort;

import java.util.List;

/** Encrypted connections. */
public final class TlsSettings extends SettingGroup {
  private static final String LINKS = "replication";

  public final LongSetting tlsPort =
      add(tcpPort("tls-port").live().says("The TCP port for TLS; 0 listens on none."));
  public final ValueSetting<String> tlsCertFile =
      add(string("tls-cert-file").live().namesContent().says("The server's certificate."));
  public final ValueSetting<String> tlsKeyFile =
      add(
          string("tls-key-file")
              .live()
              .namesContent()
              .says("The key of the server's certificate."));
  public final ValueSetting<String> tlsKeyFilePass =
      add(string("tls-key-file-pass").live().sensitive().says("The password of that key."));
  public final ValueSetting<String> tlsClientCertFile =
      add(
          string("tls-client-cert-file")
              .live()
              .namesContent()
              .later(LINKS)
              .says("The certificate for connections that the server opens."));
  public final ValueSetting<String> tlsClientKeyFile =
      add(
          string("tls-client-key-file")
              .live()
              .namesContent()
              .later(LINKS)
              .says("The key of that certificate."));
  public final ValueSetting<String> tlsClientKeyFilePass =
      add(
          string("tls-client-key-file-pass")
              .live()
              .sensitive()
              .later(LINKS)
              .says("The password of that key."));
  public final ValueSetting<String> tlsDhParamsFile =
      add(
          string("tls-dh-params-file")
              .live()
              .namesContent()
              .inert("no cipher suite that needs them is offered")
              .says("Parameters for Diffie-Hellman."));
  public final ValueSetting<String> tlsCaCertFile =
      add(
          string("tls-ca-cert-file")
              .live()
              .namesContent()
              .says("The certificates of trusted authorities."));
  public final ValueSetting<String> tlsCaCertDir =
      add(string("tls-ca-cert-dir").live().namesContent().says("A folder of such certificates."));
  public final ValueSetting<String> tlsAuthClients =
      add(
          choice("tls-auth-clients", "no", "yes", "optional")
              .defaultsTo("yes")
              .live()
              .says("Whether clients must show a certificate."));
  public final BoolSetting tlsReplication =
      add(
          bool("tls-replication")
              .live()
              .later(LINKS)
              .says("Whether links to the primary are encrypted."));
  public final BoolSetting tlsCluster =
      add(
          bool("tls-cluster")
              .live()
              .later("the cluster")
              .says("Whether links between nodes are encrypted."));
  public final ValueSetting<String> tlsProtocols =
      add(string("tls-protocols").live().says("Which versions of TLS are spoken."));
  public final ValueSetting<String> tlsCiphers =
      add(string("tls-ciphers").live().says("The ciphers of TLS 1.2."));
  public final ValueSetting<String> tlsCiphersuites =
      add(string("tls-ciphersuites").live().says("The ciphers of TLS 1.3."));
  public final BoolSetting tlsPreferServerCiphers =
      add(
          bool("tls-prefer-server-ciphers")
              .live()
              .says("Whether the server's order of ciphers counts."));
  public final BoolSetting tlsSessionCaching =
      add(
          bool("tls-session-caching")
              .defaultsTo(true)
              .live()
              .says("Whether clients may resume a session."));
  public final LongSetting tlsSessionCacheSize =
      add(
          count("tls-session-cache-size")
              .defaultsTo(20 * 1024)
              .live()
              .says("How many sessions are remembered; 0 means no limit."));
  public final LongSetting tlsSessionCacheTimeout =
      add(
          count("tls-session-cache-timeout")
              .defaultsTo(300)
              .live()
              .says("Seconds for which a session is remembered."));

  TlsSettings(Configuration configuration) {
    super(configuration);
  }

  /** All that the state of TLS is made of: a change of any makes it anew. */
  public List<Setting<?, ?>> ofContext() {
    return List.of(
        tlsCertFile,
        tlsKeyFile,
        tlsKeyFilePass,
        tlsClientCertFile,
        tlsClientKeyFile,
        tlsClientKeyFilePass,
        tlsDhParamsFile,
        tlsCaCertFile,
        tlsCaCertDir,
        tlsReplication,
        tlsCluster,
        tlsProtocols,
        tlsCiphers,
        tlsCiphersuites,
        tlsPreferServerCiphers,
        tlsSessionCaching,
        tlsSessionCacheSize,
        tlsSessionCacheTimeout);
  }
}
