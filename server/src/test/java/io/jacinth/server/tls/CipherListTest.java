package io.jacinth.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cipher lists mean what they mean to OpenSSL, where its program is installed to be asked. */
class CipherListTest {
  private static final Set<String> KNOWN =
      CipherSuite.ALL.stream().map(CipherSuite::name).collect(Collectors.toSet());

  private static final List<String> WORDS =
      List.of(
          "ALL",
          "HIGH",
          "MEDIUM",
          "kRSA",
          "RSA",
          "aRSA",
          "aECDSA",
          "ECDSA",
          "ECDHE",
          "kECDHE",
          "EECDH",
          "DHE",
          "EDH",
          "AES",
          "AES128",
          "AES256",
          "AESGCM",
          "CHACHA20",
          "SHA",
          "SHA1",
          "SHA256",
          "SHA384",
          "TLSv1.2",
          "TLSv1.0",
          "SSLv3",
          "aNULL",
          "eNULL",
          "nonsense",
          "ECDHE-RSA-AES128-GCM-SHA256",
          "AES256-SHA",
          "ECDHE+AESGCM",
          "kRSA+AES128",
          "DHE+SHA");

  private static List<String> names(String list) {
    return CipherList.suites(list).stream().map(CipherSuite::name).toList();
  }

  /** Those of OpenSSL's answer that we know; empty where it refuses. */
  private static List<String> openssl(String list) throws IOException {
    try {
      Process process =
          new ProcessBuilder("openssl", "ciphers", "-s", "-tls1_2", list)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return Arrays.stream(answer.split(":")).filter(KNOWN::contains).toList();
    } catch (IOException notInstalled) {
      Assumptions.abort("no openssl on the PATH");
      throw notInstalled;
    }
  }

  @Test
  void suitesHaveTheNamesOfBothWorlds() {
    assertThat(CipherSuite.ALL.getFirst().standardName())
        .isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
    assertThat(CipherSuite.ALL)
        .extracting(CipherSuite::name, CipherSuite::standardName)
        .contains(
            org.assertj.core.groups.Tuple.tuple("AES128-SHA", "TLS_RSA_WITH_AES_128_CBC_SHA"),
            org.assertj.core.groups.Tuple.tuple(
                "DHE-RSA-CHACHA20-POLY1305", "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256"),
            org.assertj.core.groups.Tuple.tuple(
                "ECDHE-RSA-AES256-SHA384", "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384"));
  }

  @Test
  void wordsAddRemoveAndMove() {
    assertThat(names("DEFAULT")).hasSize(27);
    assertThat(names("nonsense")).isEmpty();
    assertThat(names("AES128-SHA:nonsense:AES256-SHA")).containsExactly("AES128-SHA", "AES256-SHA");
    assertThat(names("kRSA:!SHA:!SHA256:+AES256"))
        .containsExactly("AES128-GCM-SHA256", "AES256-GCM-SHA384");
    assertThat(names("ALL:!ALL:AES128-SHA")).isEmpty();
    assertThat(names("AES128-SHA:-ALL:AES128-SHA")).containsExactly("AES128-SHA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DEFAULT",
        "DEFAULT:!MEDIUM",
        "HIGH:!aNULL:!MD5",
        "ECDHE+AESGCM:CHACHA20:!aECDSA",
        "ALL:!COMPLEMENTOFDEFAULT:!eNULL",
        "AES128,AES256",
        "DEFAULT:-AES128-SHA256",
        "ALL:@STRENGTH"
      })
  void listsOfTheDocumentationMeanWhatTheyMeanToOpenSsl(String list) throws IOException {
    assertThat(names(list)).isEqualTo(openssl(list));
  }

  @Test
  void randomListsMeanWhatTheyMeanToOpenSsl() throws IOException {
    Random random = new Random(20);
    for (int i = 0; i < 60; i++) {
      List<String> words = new ArrayList<>();
      for (int n = 1 + random.nextInt(5); n > 0; n--) {
        String operator =
            words.isEmpty() ? "" : List.of("", "", "-", "!", "+").get(random.nextInt(5));
        words.add(operator + WORDS.get(random.nextInt(WORDS.size())));
      }
      String list = String.join(":", words);
      assertThat(names(list)).as(list).isEqualTo(openssl(list));
    }
  }
}
