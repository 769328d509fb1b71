package io.jacinth.tls;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A client of the JDK's TLS that sends inline requests and reads replies of one line. */
final class TlsClient implements Closeable {
  private static final int TIMEOUT_MILLIS = 20_000;

  private final Socket plain;
  private final SSLSocket socket;
  private final InputStream in;
  private final OutputStream out;

  private TlsClient(Socket plain, SSLSocket socket) throws IOException {
    this.plain = plain;
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  /**
   * What clients connect with; sessions are resumed among those of one context.
   *
   * @param identity the certificate that they show; null for none
   */
  static SSLContext context(String identity) {
    Certificates certificates = Certificates.made();
    try {
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(certificates.trust());
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(certificates.identity(identity), certificates.password());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static TlsClient connect(SSLContext context, int port, String... protocols) throws IOException {
    return connect(context, port, protocols, new String[0]);
  }

  /** Connects and shakes hands. */
  static TlsClient connect(SSLContext context, int port, String[] protocols, String[] suites)
      throws IOException {
    Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
    plain.setSoTimeout(TIMEOUT_MILLIS);
    try {
      SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, "127.0.0.1", port, false);
      if (protocols.length > 0) {
        socket.setEnabledProtocols(protocols);
      }
      if (suites.length > 0) {
        socket.setEnabledCipherSuites(suites);
      }
      socket.startHandshake();
      return new TlsClient(plain, socket);
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  SSLSocket socket() {
    return socket;
  }

  /** The common name in the certificate of the server. */
  String server() throws IOException {
    var certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
    return certificate.getSubjectX500Principal().getName();
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  String send(String request) throws IOException {
    write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
    return line();
  }

  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the connection ended");
      }
      line.append((char) b);
    }
    return line.toString().stripTrailing();
  }

  byte[] read(int bytes) throws IOException {
    return in.readNBytes(bytes);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    plain.close();
  }
}
