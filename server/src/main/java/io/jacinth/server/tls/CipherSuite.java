package io.jacinth.server.tls;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A cipher suite of TLS 1.2 and before.
 *
 * @param name OpenSSL's name
 * @param standardName IANA's name, which is Java's
 * @param words what OpenSSL's cipher lists say of it
 */
record CipherSuite(String name, String standardName, Set<String> words) {
  /** In OpenSSL's order. What OpenSSL has beyond these, neither BoringSSL nor the JDK has. */
  static final List<CipherSuite> ALL =
      List.of(
          of("ECDHE", "ECDSA", "AES256-GCM", "SHA384"),
          of("ECDHE", "RSA", "AES256-GCM", "SHA384"),
          of("DHE", "RSA", "AES256-GCM", "SHA384"),
          of("ECDHE", "ECDSA", "CHACHA20-POLY1305", "SHA256"),
          of("ECDHE", "RSA", "CHACHA20-POLY1305", "SHA256"),
          of("DHE", "RSA", "CHACHA20-POLY1305", "SHA256"),
          of("ECDHE", "ECDSA", "AES128-GCM", "SHA256"),
          of("ECDHE", "RSA", "AES128-GCM", "SHA256"),
          of("DHE", "RSA", "AES128-GCM", "SHA256"),
          of("ECDHE", "ECDSA", "AES256", "SHA384"),
          of("ECDHE", "RSA", "AES256", "SHA384"),
          of("DHE", "RSA", "AES256", "SHA256"),
          of("ECDHE", "ECDSA", "AES128", "SHA256"),
          of("ECDHE", "RSA", "AES128", "SHA256"),
          of("DHE", "RSA", "AES128", "SHA256"),
          of("ECDHE", "ECDSA", "AES256", "SHA"),
          of("ECDHE", "RSA", "AES256", "SHA"),
          of("DHE", "RSA", "AES256", "SHA"),
          of("ECDHE", "ECDSA", "AES128", "SHA"),
          of("ECDHE", "RSA", "AES128", "SHA"),
          of("DHE", "RSA", "AES128", "SHA"),
          of("RSA", "RSA", "AES256-GCM", "SHA384"),
          of("RSA", "RSA", "AES128-GCM", "SHA256"),
          of("RSA", "RSA", "AES256", "SHA256"),
          of("RSA", "RSA", "AES128", "SHA256"),
          of("RSA", "RSA", "AES256", "SHA"),
          of("RSA", "RSA", "AES128", "SHA"));

  private static CipherSuite of(String exchange, String proof, String cipher, String hash) {
    boolean isPlainRsa = exchange.equals("RSA");
    boolean isChaCha = cipher.startsWith("CHACHA20");
    String name =
        (isPlainRsa ? "" : exchange + "-" + proof + "-") + cipher + (isChaCha ? "" : "-" + hash);
    String standardName =
        "TLS_"
            + (isPlainRsa ? "RSA" : exchange + "_" + proof)
            + "_WITH_"
            + standardCipher(cipher)
            + "_"
            + hash;
    Set<String> words = new HashSet<>(Set.of(name, "ALL", "DEFAULT", "HIGH", "a" + proof));
    words.addAll(exchangeWords(exchange));
    words.addAll(cipherWords(cipher, hash));
    if (proof.equals("ECDSA")) {
      words.add("ECDSA");
    }
    words.add(firstVersion(exchange, cipher, hash));
    return new CipherSuite(name, standardName, Set.copyOf(words));
  }

  private static String standardCipher(String cipher) {
    String spelled = cipher.replace("AES", "AES_").replace('-', '_');
    return isAead(cipher) ? spelled : spelled + "_CBC";
  }

  private static boolean isAead(String cipher) {
    return cipher.contains("-");
  }

  private static List<String> exchangeWords(String exchange) {
    return switch (exchange) {
      case "ECDHE" -> List.of("ECDHE", "kECDHE", "EECDH", "kEECDH");
      case "DHE" -> List.of("DHE", "kDHE", "EDH", "kEDH");
      default -> List.of("RSA", "kRSA");
    };
  }

  private static List<String> cipherWords(String cipher, String hash) {
    if (cipher.startsWith("CHACHA20")) {
      return List.of("CHACHA20");
    }
    String aes = cipher.substring(0, "AES128".length());
    if (isAead(cipher)) {
      return List.of("AES", aes, "AESGCM");
    }
    return hash.equals("SHA") ? List.of("AES", aes, "SHA", "SHA1") : List.of("AES", aes, hash);
  }

  private static String firstVersion(String exchange, String cipher, String hash) {
    if (isAead(cipher) || !hash.equals("SHA")) {
      return "TLSv1.2";
    }
    return exchange.equals("ECDHE") ? "TLSv1.0" : "SSLv3";
  }
}
