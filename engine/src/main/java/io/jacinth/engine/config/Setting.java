package io.jacinth.engine.config;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A configuration directive of one server: what it is called, which values it takes, the value it
 * has. Texts are ISO 8859-1, a char a byte, so that any byte passes unchanged. Declared by the
 * tables of this package; from then on only its value changes.
 *
 * @param <T> the value
 * @param <S> the setting's own type, which its declaring methods return
 */
public abstract sealed class Setting<T, S extends Setting<T, S>>
    permits BoolSetting, LongSetting, ValueSetting {
  static final String WRONG_NUMBER = "wrong number of arguments";

  /** What a value must be besides being of the setting's kind; may put another in its place. */
  @FunctionalInterface
  interface Check<T> {
    T checked(T value) throws ConfigException;
  }

  /**
   * Puts a changed value to use. It runs after all values of one CONFIG SET are in; when it throws,
   * they are all taken back and the listeners run once more. It holds the configuration's lock, so
   * it waits for no thread that might ask for CONFIG.
   */
  @FunctionalInterface
  public interface Listener {
    void changed() throws ConfigException;
  }

  private final String name;
  private final List<String> aliases = new ArrayList<>();
  private final List<Check<T>> checks = new ArrayList<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private String description = "";
  private @Nullable String shortcoming;
  private boolean live;
  private boolean namesContent;
  private boolean hidden;
  private boolean sensitive;
  private boolean guarded;
  private boolean onlyDefault;
  private boolean given;

  Setting(String name) {
    this.name = name;
  }

  // ---- declaring

  /** CONFIG SET may change it. */
  S live() {
    live = true;
    return self();
  }

  /**
   * The value names a file: CONFIG SET puts it to use though it is the same, and so reads again.
   */
  S namesContent() {
    namesContent = true;
    return self();
  }

  /** Another name for the same setting. */
  S alias(String other) {
    aliases.add(other);
    return self();
  }

  /** CONFIG GET shows it under its exact name only. */
  S hidden() {
    hidden = true;
    return self();
  }

  /** The value is a secret: logs and MONITOR leave it out. */
  S sensitive() {
    sensitive = true;
    return self();
  }

  /** CONFIG SET changes it only where enable-protected-configs allows. */
  S guarded() {
    guarded = true;
    return self();
  }

  S says(String sentence) {
    description = sentence;
    return self();
  }

  /** Accepted and kept, without effect until the feature that it belongs to is built. */
  S later(String feature) {
    return inert("not before " + feature + " is built");
  }

  /** Accepted and kept for the sake of existing configurations, without effect. */
  S inert(String reason) {
    if (shortcoming == null) {
      shortcoming = reason;
    }
    return self();
  }

  /** No value but the default is accepted: another would promise what the server cannot do yet. */
  S onlyDefault() {
    onlyDefault = true;
    return self();
  }

  S check(Check<T> check) {
    checks.add(check);
    return self();
  }

  // ---- using

  public final String name() {
    return name;
  }

  public final List<String> aliases() {
    return List.copyOf(aliases);
  }

  public final String description() {
    return description;
  }

  public final boolean isLive() {
    return live;
  }

  public final boolean isHidden() {
    return hidden;
  }

  public final boolean isSensitive() {
    return sensitive;
  }

  final boolean isNamingContent() {
    return namesContent;
  }

  final boolean isGuarded() {
    return guarded;
  }

  /** Why a value other than the default has no effect; null when it has. */
  public final @Nullable String shortcoming() {
    return shortcoming;
  }

  /** Whether the server starts with no value but the default. */
  public final boolean isOnlyDefault() {
    return onlyDefault;
  }

  /** The value as CONFIG GET shows it. */
  public final String text() {
    return format(current());
  }

  public final boolean isDefault() {
    return current().equals(initial());
  }

  /** Calls the listener after each change by CONFIG SET; one shared by settings is called once. */
  public final void onChange(Listener listener) {
    listeners.add(listener);
  }

  /** The lines that say the value in the configuration file; none where it is not set. */
  public abstract List<FileLine> fileLines();

  final List<Listener> listeners() {
    return listeners;
  }

  // ---- changing, under the configuration's lock

  /** The value that CONFIG SET's text stands for. */
  final T read(String text) throws ConfigException {
    return checked(parse(words(List.of(text))));
  }

  /** Takes the words that follow the directive in a configuration file. */
  final void load(List<String> words) throws ConfigException {
    List<String> arguments = words.size() == 1 ? words(words) : words;
    assign(checked(given ? parseAgain(arguments) : parse(arguments)));
    given = true;
  }

  private List<String> words(List<String> one) {
    return takesManyWords() ? Words.splitAtSpaces(one.getFirst()) : one;
  }

  private T checked(T parsed) throws ConfigException {
    T value = parsed;
    for (Check<T> check : checks) {
      value = check.checked(value);
    }
    if (onlyDefault && !value.equals(initial())) {
      throw new ConfigException("'" + name + " " + format(value) + "' is not supported yet");
    }
    return value;
  }

  static String only(List<String> words) throws ConfigException {
    if (words.size() != 1) {
      throw new ConfigException(WRONG_NUMBER);
    }
    return words.getFirst();
  }

  boolean takesManyWords() {
    return false;
  }

  abstract T parse(List<String> words) throws ConfigException;

  /** As {@link #parse}, when the directive stood in the configuration before. */
  T parseAgain(List<String> words) throws ConfigException {
    return parse(words);
  }

  abstract String format(T value);

  abstract T current();

  abstract T initial();

  abstract void assign(T value);

  abstract S self();
}
