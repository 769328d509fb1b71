package io.jacinth.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
  private final ServerSettings settings = new ServerSettings(4, Path.of("/"));
  private final Configuration configuration = settings.configuration;

  @Test
  void aValueIsReadThroughItsHandle() throws ConfigException {
    configuration.set(List.of("maxclients", "7", "protected-mode", "no", "timeout", "3"));
    assertThat(settings.clients.maxclients.value()).isEqualTo(7);
    assertThat(settings.security.protectedMode.isOn()).isFalse();
    assertThat(settings.clients.timeout.duration()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void defaultsFollowTheMachine() {
    assertThat(settings.network.ioThreads.value()).isEqualTo(4);
    assertThat(settings.process.dir.value()).isEqualTo("/");
    assertThat(settings.process.resolve("a/b")).isEqualTo(Path.of("/a/b"));
  }

  @Test
  void getTakesSeveralPatternsAndAnswersEachNameOnce() {
    assertThat(configuration.get(List.of("*-hz", "HZ", "h[y-z]")))
        .containsExactly(Map.entry("dynamic-hz", "yes"), Map.entry("HZ", "10"));
  }

  @Test
  void getShowsAliasesAndHidesTheHidden() {
    assertThat(configuration.get(List.of("*-priority")))
        .containsExactly(Map.entry("replica-priority", "100"), Map.entry("slave-priority", "100"));
    assertThat(configuration.get(List.of("watchdog*"))).isEmpty();
    assertThat(configuration.get(List.of("watchdog-period"))).hasSize(1);
  }

  @Test
  void setIsAllOrNothing() {
    assertThatThrownBy(() -> configuration.set(List.of("hz", "11", "timeout", "x")))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "ERR CONFIG SET failed (possibly related to argument 'timeout')"
                + " - argument couldn't be parsed into an integer");
    assertThat(settings.keyspace.hz.value()).isEqualTo(10);
  }

  @Test
  void aListenerThatRefusesTakesEverythingBack() {
    List<String> seen = new ArrayList<>();
    settings.keyspace.hz.onChange(() -> seen.add("hz " + settings.keyspace.hz.value()));
    settings.network.port.onChange(
        () -> {
          seen.add("port " + settings.network.port.value());
          if (settings.network.port.value() == 1) {
            throw new ConfigException("Unable to listen on this port. Check server logs.");
          }
        });
    assertThatThrownBy(() -> configuration.set(List.of("hz", "20", "port", "1", "timeout", "9")))
        .hasMessage(
            "ERR CONFIG SET failed (possibly related to argument 'port')"
                + " - Unable to listen on this port. Check server logs.");
    assertThat(seen).containsExactly("hz 20", "port 1", "hz 10", "port 6379");
    assertThat(settings.clients.timeout.value()).isZero();
  }

  @Test
  void aSharedListenerIsToldOnceAndOnlyOfAChange() throws ConfigException {
    List<String> told = new ArrayList<>();
    Setting.Listener listener =
        () -> told.add(settings.network.port.text() + "@" + settings.network.bind.text());
    settings.network.port.onChange(listener);
    settings.network.bind.onChange(listener);
    configuration.set(List.of("port", "7000", "bind", "127.0.0.1"));
    configuration.set(List.of("port", "7000"));
    assertThat(told).containsExactly("7000@127.0.0.1");
  }

  @Test
  void guardedSettingsAreForWhomTheirGuardAllows(@TempDir Path folder) throws ConfigException {
    List<String> change = List.of("dir", folder.toString());
    assertThatThrownBy(() -> configuration.set(change, true))
        .hasMessageEndingWith("'dir') - can't set protected config");
    configuration.load("enable-protected-configs", List.of("local"));
    assertThatThrownBy(() -> configuration.set(change, false))
        .hasMessageEndingWith("can't set protected config");
    configuration.set(change, true);
    assertThat(settings.process.resolve("x")).isEqualTo(folder.resolve("x"));
  }

  @Test
  void theFileMaySetWhatIsImmutableLater() throws ConfigException {
    configuration.load("DATABASES", List.of("3"));
    assertThat(settings.keyspace.databases.value()).isEqualTo(3);
    assertThatThrownBy(() -> configuration.set(List.of("databases", "4")))
        .hasMessageEndingWith("'databases') - can't set immutable config");
  }

  @Test
  void linesOfSaveAddUpInTheFile() throws ConfigException {
    configuration.load("save", List.of("60", "1"));
    configuration.load("save", List.of("30 2"));
    assertThat(settings.persistence.save.text()).isEqualTo("60 1 30 2");
    configuration.load("save", List.of(""));
    assertThat(settings.persistence.save.text()).isEmpty();
    configuration.set(List.of("save", "5 5"));
    assertThat(settings.persistence.save.value()).containsExactly(new SavePoint(5, 5));
  }

  @Test
  void theNameOfAFileIsPutToUseThoughItIsTheSame() throws ConfigException {
    List<String> told = new ArrayList<>();
    settings.tls.tlsCertFile.onChange(() -> told.add("certificate"));
    settings.tls.tlsProtocols.onChange(() -> told.add("protocols"));
    configuration.set(List.of("tls-cert-file", "", "tls-protocols", ""));
    assertThat(told).containsExactly("certificate");
  }

  @Test
  void whatCannotBePutToUseIsLogged() {
    List<String> heard = new ArrayList<>();
    configuration.onWarning(heard::add);
    settings.tls.tlsProtocols.onChange(
        () -> {
          throw new ConfigException("no");
        });
    assertThatThrownBy(() -> configuration.set(List.of("tls-protocols", "x")))
        .isInstanceOf(ConfigException.class);
    assertThat(heard)
        .containsExactly(
            "Failed applying new configuration. Possibly related to new tls-protocols setting."
                + " Restoring previous settings.",
            "Failed applying restored failed CONFIG SET command: no");
  }

  @Test
  void whatHasNoEffectIsSaid() throws ConfigException {
    assertThat(configuration.warnings()).isEmpty();
    configuration.load("daemonize", List.of("yes"));
    assertThat(configuration.warnings())
        .containsExactly(
            "'daemonize' is set but has no effect: the server stays in the foreground;"
                + " use systemd, or nohup and &.");
    List<String> heard = new ArrayList<>();
    configuration.onWarning(heard::add);
    configuration.set(List.of("cluster-node-timeout", "1", "hz", "11"));
    assertThat(heard)
        .containsExactly(
            "'cluster-node-timeout' is set but has no effect: not before the cluster is built.");
  }

  @Test
  void whatCannotBeDoneIsRefused() {
    assertThatThrownBy(() -> configuration.load("replicaof", List.of("host", "6379")))
        .hasMessage("'replicaof host 6379' is not supported yet");
    assertThatThrownBy(() -> configuration.load("cluster-enabled", List.of("yes")))
        .hasMessage("'cluster-enabled yes' is not supported yet");
  }

  @Test
  void everySettingSaysWhatItIs() {
    configuration
        .settings()
        .forEach(
            setting ->
                assertThat(setting.description()).as(setting.name()).isNotBlank().endsWith("."));
  }

  @Test
  void everyDefaultIsAcceptedAsItIsShown() {
    configuration
        .settings()
        .filter(setting -> !setting.name().equals("replicaof"))
        .forEach(
            setting -> {
              String text = setting.text();
              assertThat(setting).as(setting.name()).satisfies(s -> s.load(List.of(text)));
              assertThat(setting.text()).as(setting.name()).isEqualTo(text);
              assertThat(setting.isDefault()).as(setting.name()).isTrue();
            });
  }

  @Test
  void partitionsAreAPowerOfTwo() {
    assertThatThrownBy(() -> configuration.load("partitions", List.of("3")))
        .hasMessage("argument must be 0 or a power of two");
  }
}
