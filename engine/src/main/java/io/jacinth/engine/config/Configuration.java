package io.jacinth.engine.config;

import static io.jacinth.engine.config.Directives.choice;

import io.jacinth.engine.Glob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All settings of one server by name. CONFIG GET and CONFIG SET are {@link #get} and {@link #set};
 * the configuration file and the command line come in through {@link #load}. Texts are ISO 8859-1,
 * a char a byte.
 */
public final class Configuration {
  /** Settings under each of their names, in lower case; filled once, then only read. */
  private final Map<String, Setting<?, ?>> settings = new TreeMap<>();

  private final List<Consumer<String>> warningListeners = new CopyOnWriteArrayList<>();

  /** The setting that governs the setting of others. */
  public final ValueSetting<Permission> enableProtectedConfigs =
      add(
          choice("enable-protected-configs", Permission.NO)
              .says("Who may change dir and dbfilename by CONFIG SET."));

  <S extends Setting<?, S>> S add(S setting) {
    put(setting.name(), setting);
    setting.aliases().forEach(alias -> put(alias, setting));
    return setting;
  }

  private void put(String name, Setting<?, ?> setting) {
    if (settings.putIfAbsent(name, setting) != null) {
      throw new IllegalArgumentException("declared twice: " + name);
    }
  }

  /** The setting of a name or alias in any case; null when there is none. */
  public @Nullable Setting<?, ?> find(String name) {
    return settings.get(name.toLowerCase(Locale.ROOT));
  }

  /** All settings, each once, in the order of their names. */
  public Stream<Setting<?, ?>> settings() {
    return settings.entrySet().stream()
        .filter(entry -> entry.getKey().equals(entry.getValue().name()))
        .map(Map.Entry::getValue);
  }

  /**
   * The names, aliases included, that match any of the glob patterns, with their values. A name
   * without a wildcard comes back as it was spelled and finds hidden settings too.
   */
  public synchronized List<Map.Entry<String, String>> get(List<String> patterns) {
    Map<String, Map.Entry<String, String>> found = new LinkedHashMap<>();
    for (String pattern : patterns) {
      if (isGlob(pattern)) {
        settings.forEach(
            (name, setting) -> {
              if (!setting.isHidden() && Glob.matches(pattern, name, true)) {
                found.putIfAbsent(name, Map.entry(name, setting.text()));
              }
            });
      } else {
        Setting<?, ?> setting = find(pattern);
        if (setting != null) {
          found.putIfAbsent(pattern.toLowerCase(Locale.ROOT), Map.entry(pattern, setting.text()));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static boolean isGlob(String pattern) {
    return pattern.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
  }

  /** {@link #set(List, boolean)} for a client elsewhere. */
  public void set(List<String> namesAndValues) throws ConfigException {
    set(namesAndValues, false);
  }

  /**
   * Sets all or, where one of them fails, none. Checked in this order, as in Redis: every name is
   * known, may be changed and stands once; every value is good; every listener agrees.
   *
   * @param namesAndValues names and values in turn
   * @param localClient whether the client is on the same machine
   * @throws ConfigException with the error reply as its message
   */
  public synchronized void set(List<String> namesAndValues, boolean localClient)
      throws ConfigException {
    if (namesAndValues.isEmpty() || namesAndValues.size() % 2 != 0) {
      throw new ConfigException("ERR syntax error");
    }
    List<Change<?>> changes = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < namesAndValues.size(); i += 2) {
      Change<?> change = change(namesAndValues.get(i), localClient);
      if (!names.add(change.name)) {
        throw failed(namesAndValues.get(i), "duplicate parameter");
      }
      changes.add(change);
    }
    assign(changes, namesAndValues);
    apply(changes);
    changes.forEach(change -> warn(change.setting));
  }

  /** A name as an error quotes it. */
  private static String untilZero(String name) {
    int zero = name.indexOf(0);
    return zero < 0 ? name : name.substring(0, zero);
  }

  private Change<?> change(String name, boolean localClient) throws ConfigException {
    Setting<?, ?> setting = find(name);
    if (setting == null) {
      throw new ConfigException(
          "ERR Unknown option or number of arguments for CONFIG SET - '" + untilZero(name) + "'");
    }
    if (!setting.isLive()) {
      throw failed(name, "can't set immutable config");
    }
    if (setting.isGuarded() && !enableProtectedConfigs.value().allows(localClient)) {
      throw failed(name, "can't set protected config");
    }
    return new Change<>(name.toLowerCase(Locale.ROOT), setting);
  }

  private static void assign(List<Change<?>> changes, List<String> namesAndValues)
      throws ConfigException {
    for (int i = 0; i < changes.size(); i++) {
      Change<?> change = changes.get(i);
      try {
        change.assign(namesAndValues.get(2 * i + 1));
      } catch (ConfigException e) {
        changes.subList(0, i).reversed().forEach(Change::takeBack);
        throw failed(change.name, e.why());
      }
    }
  }

  private void apply(List<Change<?>> changes) throws ConfigException {
    Set<Setting.Listener> called = new LinkedHashSet<>();
    for (Change<?> change : changes) {
      try {
        change.tell(called);
      } catch (ConfigException e) {
        tellWarning(
            "Failed applying new configuration. Possibly related to new "
                + change.name
                + " setting. Restoring previous settings.");
        changes.reversed().forEach(Change::takeBack);
        called.forEach(this::tellAgain);
        throw failed(change.name, e.why());
      }
    }
  }

  /** A listener that fails on the value it lived with before has nothing better to go back to. */
  private void tellAgain(Setting.Listener listener) {
    try {
      listener.changed();
    } catch (ConfigException stillFailing) {
      tellWarning("Failed applying restored failed CONFIG SET command: " + stillFailing.why());
    }
  }

  private void tellWarning(String warning) {
    warningListeners.forEach(listener -> listener.accept(warning));
  }

  private static ConfigException failed(String name, String why) {
    return new ConfigException(
        "ERR CONFIG SET failed (possibly related to argument '" + name + "') - " + why);
  }

  /**
   * Takes a directive of the configuration file or the command line. Immutable settings may be set
   * so, and listeners are not told: the server reads the values when it starts.
   *
   * @param words what follows the name
   * @throws ConfigException with the mere reason as its message
   */
  public synchronized void load(String name, List<String> words) throws ConfigException {
    Setting<?, ?> setting = find(name);
    if (setting == null) {
      throw new ConfigException("Bad directive or wrong number of arguments");
    }
    setting.load(words);
  }

  /** What CONFIG REWRITE writes, by the names of the settings, as they are at one moment. */
  public synchronized Map<String, List<FileLine>> fileLines() {
    Map<String, List<FileLine>> lines = new TreeMap<>();
    settings().forEach(setting -> lines.put(setting.name(), setting.fileLines()));
    return lines;
  }

  /** A sentence for every setting whose value is accepted but has no effect. */
  public synchronized List<String> warnings() {
    return settings().map(Configuration::warning).filter(Objects::nonNull).toList();
  }

  /** Hears, from CONFIG SET, what {@link #warnings()} says of a start, and what went wrong. */
  public void onWarning(Consumer<String> listener) {
    warningListeners.add(listener);
  }

  private void warn(Setting<?, ?> setting) {
    String warning = warning(setting);
    if (warning != null) {
      tellWarning(warning);
    }
  }

  private static @Nullable String warning(Setting<?, ?> setting) {
    return setting.isDefault() || setting.shortcoming() == null
        ? null
        : "'%s' is set but has no effect: %s.".formatted(setting.name(), setting.shortcoming());
  }

  /** One pair of a CONFIG SET. */
  private static final class Change<T> {
    private final String name;
    private final Setting<T, ?> setting;
    private final T before;

    Change(String name, Setting<T, ?> setting) {
      this.name = name;
      this.setting = setting;
      this.before = setting.current();
    }

    void assign(String text) throws ConfigException {
      setting.assign(setting.read(text));
    }

    void takeBack() {
      setting.assign(before);
    }

    void tell(Set<Setting.Listener> called) throws ConfigException {
      if (setting.current().equals(before) && !setting.isNamingContent()) {
        return;
      }
      for (Setting.Listener listener : setting.listeners()) {
        if (called.add(listener)) {
          listener.changed();
        }
      }
    }
  }
}
