package io.jacinth.engine.info;

import java.util.Locale;

/** One section of INFO. */
public interface InfoSection {
  /** The heading; in any case it is also the name that INFO takes. */
  String title();

  /** Whether INFO shows it under a name, given in lower case. */
  default boolean isNamed(String name) {
    return title().toLowerCase(Locale.ROOT).equals(name);
  }

  /** Whether INFO without arguments shows it. */
  default boolean isDefault() {
    return true;
  }

  void write(InfoWriter out);
}
