package io.jacinth.engine.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/CONFIGURATION.md is what the settings say of themselves, and this test writes it. */
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("..", "docs", "CONFIGURATION.md");
  private static final String REFRESH =
      "bin/mvn -pl engine -am test -Dtest=ConfigurationPageTest -Djacinth.write-docs=true"
          + " -Dsurefire.failIfNoSpecifiedTests=false";

  private static final String HEAD =
      """
      # Configuration

      All directives, by theme, as their declarations in the code describe them. The page is written by:

          %s

      They stand in a file of redis.conf's syntax, on the command line (`--name value`) or in CONFIG SET, where the
      third column says so; CONFIG REWRITE writes them back into the file. All that `CONFIG GET *` of Redis 7.0.15 lists
      is here. **None:** says that a directive is accepted and has no effect, and why; the server says so too when it
      starts with a value other than the default.

      Besides there are `include`, `user` and `rename-command`, which stand in a file only.
      """;

  /** Where the default depends on the machine. */
  private static final Map<String, String> DEFAULTS =
      Map.of("dir", "where the server is started", "io-threads", "the machine's cores");

  private final ServerSettings settings = new ServerSettings(1, Path.of("/"));

  @Test
  void pageAgreesWithTheSettings() throws IOException {
    String page = page();
    if (Boolean.getBoolean("jacinth.write-docs")) {
      Files.writeString(PAGE, page, UTF_8);
    }
    String committed = Files.exists(PAGE) ? Files.readString(PAGE, UTF_8) : "";
    assertThat(committed).as("docs/CONFIGURATION.md; refresh it with: " + REFRESH).isEqualTo(page);
  }

  @Test
  void everySettingHasItsPlace() {
    List<Setting<?, ?>> placed = new ArrayList<>();
    themes().values().forEach(placed::addAll);
    assertThat(placed)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(settings.configuration.settings().toList());
  }

  private Map<String, List<Setting<?, ?>>> themes() {
    Map<String, List<Setting<?, ?>>> themes = new LinkedHashMap<>();
    themes.put("Network", settings.network.settings());
    themes.put("Clients", settings.clients.settings());
    List<Setting<?, ?>> security = new ArrayList<>(settings.security.settings());
    security.add(settings.configuration.enableProtectedConfigs);
    themes.put("Security", security);
    themes.put("TLS", settings.tls.settings());
    themes.put("Memory", settings.memory.settings());
    themes.put("Keys", settings.keyspace.settings());
    themes.put("Encodings", settings.encodings.settings());
    themes.put("Persistence", settings.persistence.settings());
    themes.put("Observation", settings.observation.settings());
    themes.put("Scripts", settings.scripting.settings());
    themes.put("Replication", settings.replication.settings());
    themes.put("Cluster", settings.cluster.settings());
    themes.put("Process", settings.process.settings());
    return themes;
  }

  private String page() {
    StringBuilder page = new StringBuilder(HEAD.formatted(REFRESH));
    themes()
        .forEach(
            (theme, members) -> {
              page.append("\n## ").append(theme).append("\n\n");
              page.append("| directive | default | changed by | effect |\n|---|---|---|---|\n");
              members.forEach(setting -> page.append(row(setting)));
            });
    return page.toString();
  }

  private static String row(Setting<?, ?> setting) {
    return "| %s | %s | %s | %s |\n"
        .formatted(names(setting), initial(setting), changedBy(setting), effect(setting));
  }

  private static String names(Setting<?, ?> setting) {
    return Stream.concat(Stream.of(setting.name()), setting.aliases().stream())
        .map(name -> "`" + name + "`")
        .collect(Collectors.joining(", "));
  }

  private static String initial(Setting<?, ?> setting) {
    String onThisMachine = DEFAULTS.get(setting.name());
    if (onThisMachine != null) {
      return onThisMachine;
    }
    List<FileLine> lines = setting.fileLines();
    return lines.isEmpty()
        ? setting.text().isEmpty() ? "" : "`" + setting.text() + "`"
        : lines.stream().map(line -> "`" + line.text() + "`").collect(Collectors.joining(", "));
  }

  private static String changedBy(Setting<?, ?> setting) {
    return !setting.isLive()
        ? "start"
        : setting.isGuarded() ? "CONFIG SET, if `enable-protected-configs`" : "CONFIG SET";
  }

  private static String effect(Setting<?, ?> setting) {
    String reason = setting.shortcoming();
    String none =
        setting.isOnlyDefault()
            ? " **Only the default** is accepted so far."
            : reason == null ? "" : " **None:** " + reason + ".";
    return setting.description() + none;
  }
}
