package io.jacinth.server.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jacinth.engine.config.ServerSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
  private static final Product PRODUCT = new Product("Jacinth", "1.2.3");
  private static final Path DEBIAN = Path.of("/etc/redis/redis.conf");

  @TempDir Path folder;
  private ServerSettings settings;

  @BeforeEach
  void defaults() {
    settings = new ServerSettings(2, folder);
  }

  @Test
  void linesCommentsAndQuotes() throws Exception {
    read("  HZ\t20  \r\n\r\n# c\n   # d\nrequirepass \"a b\\x41\"\nmaxmemory 1GB", "");
    assertThat(value("hz")).isEqualTo("20");
    assertThat(value("requirepass")).isEqualTo("a bA");
    assertThat(value("maxmemory")).isEqualTo("1073741824");
  }

  @Test
  void optionsOverrideInputOverridesFile() throws Exception {
    read("hz 20\ntimeout 20\ndatabases 20", "hz 30\ntimeout 30", "-", "--hz", "40");
    assertThat(value("hz")).isEqualTo("40");
    assertThat(value("timeout")).isEqualTo("30");
    assertThat(value("databases")).isEqualTo("20");
  }

  @Test
  void valuesOfSeveralWords() throws Exception {
    read(
        "save 60 1\nbind 127.0.0.1\nbind 10.0.0.1 -::1\noom-score-adj-values \"1 2 3\"",
        "",
        "--save",
        "5",
        "5",
        "--client-output-buffer-limit",
        "normal 1 2 3",
        "--client-output-buffer-limit",
        "pubsub",
        "4",
        "5",
        "6");
    assertThat(value("save")).isEqualTo("60 1 5 5");
    assertThat(value("bind")).isEqualTo("10.0.0.1 -::1");
    assertThat(value("oom-score-adj-values")).isEqualTo("1 2 3");
    assertThat(value("client-output-buffer-limit"))
        .isEqualTo("normal 1 2 3 slave 268435456 67108864 60 pubsub 4 5 6");
  }

  @Test
  void saveCanBeTurnedOff() throws Exception {
    read("", "", "--save", "", "--hz", "20");
    assertThat(value("save")).isEmpty();
  }

  @Test
  void includesInOrder() throws Exception {
    Files.createDirectories(folder.resolve("d"));
    write("d/b1.conf", "hz 31\ntimeout 1");
    write("d/b2.conf", "hz 32");
    write("d/.b3.conf", "hz 33");
    read("hz 1\ninclude d/b?.conf\ninclude nosuch*.conf\ninclude */?b3.conf", "");
    assertThat(value("hz")).isEqualTo("32");
    assertThat(value("timeout")).isEqualTo("1");
  }

  @Test
  void aWrongLineIsNamed() {
    assertThatThrownBy(() -> read("hz 20\n\n  foo bar", ""))
        .isInstanceOf(FatalConfigException.class)
        .hasMessage(
            """

            *** FATAL CONFIG FILE ERROR (Jacinth 1.2.3) ***
            Reading the configuration file %s/a.conf, at line 3
            >>> 'foo bar'
            Bad directive or wrong number of arguments
            """
                .formatted(folder));
  }

  @Test
  void aWrongLineOfAnotherSourceIsNamed() throws IOException {
    write("b.conf", "hz 1\nbogus");
    assertThatThrownBy(() -> read("include b.conf", ""))
        .hasMessageContaining("Reading the configuration file " + folder + "/b.conf, at line 2\n");
    assertThatThrownBy(() -> read("", "hz x", "-"))
        .hasMessageContaining(
            "Reading the configuration from standard input, at line 1\n>>> 'hz x");
    assertThatThrownBy(() -> read("", "", "--hz", "20", "21"))
        .hasMessageContaining(
            "Reading the command line\n>>> 'hz \"20\" \"21\"'\nwrong number of arguments\n");
  }

  @Test
  void wrongLines() {
    assertThat(complaint("requirepass \"a")).isEqualTo("Unbalanced quotes in configuration line");
    assertThat(complaint("port 1 2")).isEqualTo("wrong number of arguments");
    assertThat(complaint("hz 20 # c")).isEqualTo("wrong number of arguments");
    assertThat(complaint("maxclients 0"))
        .isEqualTo("argument must be between 1 and 4294967295 inclusive");
    assertThat(complaint("unixsocketperm 1000"))
        .isEqualTo("argument must be between 0 and 777 inclusive");
    assertThat(complaint("unixsocketperm 888"))
        .isEqualTo("argument couldn't be parsed as an octal number");
    assertThat(complaint("dir /nonexistent")).isEqualTo("No such file or directory");
    assertThat(complaint("include a b")).isEqualTo("Bad directive or wrong number of arguments");
    assertThat(complaint("rename-command GET"))
        .isEqualTo("Bad directive or wrong number of arguments");
    assertThat(complaint("user")).isEqualTo("Bad directive or wrong number of arguments");
    assertThat(complaint("loadmodule /x.so")).isEqualTo("'loadmodule' is not supported yet");
  }

  @Test
  void filesThatCannotBeRead() {
    assertThatThrownBy(() -> read("include nosuch.conf", ""))
        .hasMessageEndingWith(
            "Can't open config file '%s/nosuch.conf': No such file or directory\n"
                .formatted(folder));
    assertThatThrownBy(() -> read("include " + folder, ""))
        .hasMessageEndingWith("Can't open config file '%s': Is a directory\n".formatted(folder));
    assertThatThrownBy(() -> read("include a.conf", ""))
        .hasMessageEndingWith("include is nested too deeply\n");
  }

  @Test
  void forgottenDirectivesAreAccepted() throws Exception {
    read("list-max-ziplist-entries 5\nlua-replicate-commands yes", "");
    assertThat(settings.configuration.warnings()).isEmpty();
  }

  @Test
  void theConfigurationOfTheDebianPackageLoads() throws Exception {
    Assumptions.assumeTrue(Files.isReadable(DEBIAN), DEBIAN + " is not there");
    String conf = Files.readString(DEBIAN, StandardCharsets.ISO_8859_1);
    read(conf.replaceFirst("(?m)^dir .*$", "dir " + folder), "");
    assertThat(value("pidfile")).isEqualTo("/run/redis/redis-server.pid");
    assertThat(settings.configuration.warnings())
        .singleElement()
        .asString()
        .startsWith("'daemonize' is set but has no effect");
  }

  private String complaint(String line) {
    try {
      read(line, "");
    } catch (FatalConfigException | IOException e) {
      List<String> lines = String.valueOf(e.getMessage()).lines().toList();
      return lines.getLast();
    }
    return "none";
  }

  private void read(String file, String input, String... options)
      throws IOException, FatalConfigException {
    write("a.conf", file);
    Invocation.Start start = (Invocation.Start) Invocation.of(List.of(options));
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.ISO_8859_1));
    new ConfigReader(settings, PRODUCT, in)
        .read(
            new Invocation.Start(
                folder.resolve("a.conf").toString(), start.standardInput(), start.options()));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
  }

  private String value(String name) {
    return settings.configuration.get(List.of(name)).getFirst().getValue();
  }
}
