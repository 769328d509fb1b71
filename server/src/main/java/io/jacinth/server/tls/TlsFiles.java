package io.jacinth.server.tls;

import io.jacinth.engine.config.ServerSettings;
import io.jacinth.engine.config.TlsSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the files of the configuration hold: the server's certificate and key, and the authorities
 * whose certificates clients may show.
 */
record TlsFiles(List<X509Certificate> chain, PrivateKey key, List<X509Certificate> authorities) {

  /** Sees to it that the files are configured that must be. */
  static void requireNames(TlsSettings tls) throws TlsException {
    if (tls.tlsCertFile.value().isEmpty()) {
      throw new TlsException("No tls-cert-file configured!");
    }
    if (tls.tlsKeyFile.value().isEmpty()) {
      throw new TlsException("No tls-key-file configured!");
    }
    boolean needsAuthority =
        !tls.tlsAuthClients.value().equals("no")
            || tls.tlsCluster.isOn()
            || tls.tlsReplication.isOn();
    if (needsAuthority
        && tls.tlsCaCertFile.value().isEmpty()
        && tls.tlsCaCertDir.value().isEmpty()) {
      throw new TlsException(
          "Either tls-ca-cert-file or tls-ca-cert-dir must be specified when tls-cluster,"
              + " tls-replication or tls-auth-clients are enabled!");
    }
  }

  /** Reads what the server shows and whom it trusts. */
  static TlsFiles read(ServerSettings settings) throws TlsException {
    TlsSettings tls = settings.tls;
    List<X509Certificate> chain = chain(settings, tls.tlsCertFile.value());
    PrivateKey key = key(settings, tls.tlsKeyFile.value(), tls.tlsKeyFilePass.value(), chain);
    return new TlsFiles(chain, key, authorities(settings));
  }

  /** Sees to it that the files that have no effect are at least good. */
  static void checkOthers(ServerSettings settings) throws TlsException {
    checkParameters(settings, settings.tls.tlsDhParamsFile.value());
    checkOutgoing(settings);
  }

  private static List<X509Certificate> chain(ServerSettings settings, String file)
      throws TlsException {
    try {
      return CertificateFiles.chain(settings.process.resolve(file));
    } catch (PemException e) {
      throw new TlsException("Failed to load certificate: " + file + ": " + e.text());
    }
  }

  private static PrivateKey key(
      ServerSettings settings, String file, String password, List<X509Certificate> chain)
      throws TlsException {
    try {
      PrivateKey key = PrivateKeyFile.read(settings.process.resolve(file), password);
      KeyPairs.requireFit(chain.getFirst().getPublicKey(), key);
      return key;
    } catch (PemException e) {
      throw new TlsException("Failed to load private key: " + file + ": " + e.text());
    }
  }

  private static List<X509Certificate> authorities(ServerSettings settings) throws TlsException {
    String file = settings.tls.tlsCaCertFile.value();
    String folder = settings.tls.tlsCaCertDir.value();
    List<X509Certificate> found = new ArrayList<>();
    try {
      if (!file.isEmpty()) {
        found.addAll(CertificateFiles.authorities(settings.process.resolve(file)));
      }
      if (!folder.isEmpty()) {
        found.addAll(CertificateFiles.authoritiesIn(settings.process.resolve(folder)));
      }
      return found;
    } catch (PemException e) {
      throw new TlsException("Failed to configure CA certificate(s) file/directory: " + e.text());
    }
  }

  /** The parameters are not used: no cipher suite with Diffie-Hellman over integers is offered. */
  private static void checkParameters(ServerSettings settings, String file) throws TlsException {
    if (file.isEmpty()) {
      return;
    }
    Path path = settings.process.resolve(file);
    if (!Files.isReadable(path)) {
      String why = Files.exists(path) ? "Permission denied" : "No such file or directory";
      throw new TlsException("Failed to load " + file + ": " + why);
    }
    try {
      if (PemFile.read(path).labelled("DH PARAMETERS"::equals).isEmpty()) {
        throw new TlsException(file + ": failed to read DH params.");
      }
    } catch (PemException e) {
      throw new TlsException(file + ": failed to read DH params.");
    }
  }

  /** Certificate and key for connections that the server opens, which are read to be checked. */
  private static void checkOutgoing(ServerSettings settings) throws TlsException {
    TlsSettings tls = settings.tls;
    String certificate = tls.tlsClientCertFile.value();
    String key = tls.tlsClientKeyFile.value();
    if (!certificate.isEmpty() && !key.isEmpty()) {
      var unused =
          key(settings, key, tls.tlsClientKeyFilePass.value(), chain(settings, certificate));
    }
  }
}
