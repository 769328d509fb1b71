package io.jacinth.engine.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a signal to shut down asks for; none of these is the default. */
public enum ShutdownOption {
  SAVE,
  NOSAVE,
  NOW,
  FORCE;

  private static final String NONE = "default";

  static final Kind<Set<ShutdownOption>> SET =
      new Kind<>() {
        @Override
        public Set<ShutdownOption> parse(List<String> words, Set<ShutdownOption> current)
            throws ConfigException {
          if (words.isEmpty()) {
            throw notAnOption();
          }
          Set<ShutdownOption> options = EnumSet.noneOf(ShutdownOption.class);
          for (String word : words) {
            if (!word.equalsIgnoreCase(NONE)) {
              options.add(named(word));
            }
          }
          if (options.contains(SAVE) && options.contains(NOSAVE)) {
            throw new ConfigException(
                "shutdown options SAVE and NOSAVE can't be used simultaneously");
          }
          return Collections.unmodifiableSet(options);
        }

        @Override
        public String format(Set<ShutdownOption> value) {
          return value.isEmpty()
              ? NONE
              : value.stream().map(ShutdownOption::word).collect(Collectors.joining(" "));
        }
      };

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static ShutdownOption named(String word) throws ConfigException {
    for (ShutdownOption option : values()) {
      if (option.word().equalsIgnoreCase(word)) {
        return option;
      }
    }
    throw notAnOption();
  }

  private static ConfigException notAnOption() {
    List<String> words = new ArrayList<>(List.of(NONE));
    Arrays.stream(values()).map(ShutdownOption::word).forEach(words::add);
    return Choice.noneOf(words);
  }
}
