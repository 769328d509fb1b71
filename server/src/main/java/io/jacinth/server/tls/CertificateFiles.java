package io.jacinth.server.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Certificates from PEM files. */
final class CertificateFiles {
  private static final Set<String> LABELS = Set.of("CERTIFICATE", "X509 CERTIFICATE");

  /** What {@code openssl rehash} calls a certificate: the hash of its subject and a number. */
  private static final Pattern HASHED_NAME = Pattern.compile("[0-9a-f]{8}\\.\\d+");

  private CertificateFiles() {}

  /** A server's certificate and those that lead from it to an authority. */
  static List<X509Certificate> chain(Path file) throws PemException {
    List<X509Certificate> chain = read(file);
    if (chain.isEmpty()) {
      throw new PemException(PemException.NO_CERTIFICATE);
    }
    return chain;
  }

  /** The certificates of authorities in one file. */
  static List<X509Certificate> authorities(Path file) throws PemException {
    List<X509Certificate> found = read(file);
    if (found.isEmpty()) {
      throw new PemException(PemException.NO_AUTHORITY);
    }
    return found;
  }

  /**
   * The certificates of authorities in a folder, in files named by hash; none where there is no
   * such folder. OpenSSL looks for one when a peer's certificate names it; here all are read at
   * once.
   */
  static List<X509Certificate> authoritiesIn(Path folder) throws PemException {
    List<X509Certificate> all = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(
              folder, file -> HASHED_NAME.matcher(file.getFileName().toString()).matches())) {
        for (Path file : files) {
          all.addAll(read(file));
        }
      } catch (IOException e) {
        throw PemException.unreadable(e);
      }
    }
    return all;
  }

  private static List<X509Certificate> read(Path file) throws PemException {
    List<X509Certificate> all = new ArrayList<>();
    for (PemFile.Block block : PemFile.read(file).labelled(LABELS::contains)) {
      all.add(certificate(block.bytes()));
    }
    return all;
  }

  private static X509Certificate certificate(byte[] bytes) throws PemException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(bytes));
    } catch (CertificateException e) {
      throw new PemException(PemException.NOT_BASE64);
    }
  }
}
