package io.jacinth.server.tls;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code tls-protocols}: versions of TLS between blanks, in any case; none: 1.2 and 1.3. */
final class TlsProtocols {
  static final String NEWEST = "TLSv1.3";

  private static final List<String> USUAL = List.of("TLSv1.2", NEWEST);
  private static final Map<String, String> NAMES =
      Map.of("tlsv1", "TLSv1", "tlsv1.1", "TLSv1.1", "tlsv1.2", "TLSv1.2", "tlsv1.3", NEWEST);

  private TlsProtocols() {}

  /** The versions in Java's spelling. */
  static List<String> named(String text) throws TlsException {
    Set<String> versions = new LinkedHashSet<>();
    for (String word : text.split(" ", -1)) {
      String name = NAMES.get(word.toLowerCase(Locale.ROOT));
      if (name != null) {
        versions.add(name);
      } else if (!text.isEmpty()) {
        throw new TlsException(
            "Invalid tls-protocols specified. Use a combination of 'TLSv1', 'TLSv1.1', 'TLSv1.2'"
                + " and 'TLSv1.3'.");
      }
    }
    return versions.isEmpty() ? USUAL : List.copyOf(versions);
  }
}
