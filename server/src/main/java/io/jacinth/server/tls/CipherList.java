package io.jacinth.server.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * OpenSSL's language of cipher lists (openssl-ciphers(1)): words between colons, each of which adds
 * the suites that it describes, or with {@code -} takes them away, with {@code !} for good, with
 * {@code +} moves them to the end; {@code A+B} describes what is both. Words that mean nothing are
 * passed over, as OpenSSL does.
 */
final class CipherList {
  private static final String STRENGTH = "@STRENGTH";

  private final List<CipherSuite> active = new ArrayList<>();

  /** Those that are not active, the last one taken away first: in this order they come back. */
  private final List<CipherSuite> inactive = new ArrayList<>(CipherSuite.ALL);

  private CipherList() {}

  /** The suites of a list, the preferred ones first. */
  static List<CipherSuite> suites(String text) {
    CipherList list = new CipherList();
    for (String word : text.split("[:, ;]+")) {
      list.apply(word);
    }
    return list.active;
  }

  private void apply(String word) {
    if (word.equals(STRENGTH)) {
      active.sort((a, b) -> Integer.compare(bits(b), bits(a)));
    } else if (word.startsWith("!")) {
      Set<String> wanted = parts(word.substring(1));
      active.removeIf(suite -> fits(suite, wanted));
      inactive.removeIf(suite -> fits(suite, wanted));
    } else if (word.startsWith("-")) {
      inactive.addAll(0, take(active, parts(word.substring(1))));
    } else if (word.startsWith("+")) {
      active.addAll(take(active, parts(word.substring(1))));
    } else {
      active.addAll(take(inactive, parts(word)));
    }
  }

  private static Set<String> parts(String word) {
    return Set.of(word.split("\\+"));
  }

  private static boolean fits(CipherSuite suite, Set<String> wanted) {
    return suite.words().containsAll(wanted);
  }

  private static List<CipherSuite> take(List<CipherSuite> source, Set<String> wanted) {
    List<CipherSuite> taken =
        new ArrayList<>(source.stream().filter(suite -> fits(suite, wanted)).toList());
    source.removeAll(taken);
    return taken;
  }

  private static int bits(CipherSuite suite) {
    return suite.words().contains("AES128") ? 128 : 256;
  }
}
