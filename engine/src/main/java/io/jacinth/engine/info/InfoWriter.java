package io.jacinth.engine.info;

import java.util.Locale;

/** Gathers the lines of INFO: {@code name:value} and, before a section, its heading. */
public final class InfoWriter {
  private static final String[] UNITS = {"B", "K", "M", "G", "T", "P", "E"};

  private final StringBuilder text = new StringBuilder();

  void section(InfoSection section) {
    if (!text.isEmpty()) {
      text.append("\r\n");
    }
    text.append("# ").append(section.title()).append("\r\n");
    section.write(this);
  }

  public InfoWriter field(String name, String value) {
    text.append(name).append(':').append(value).append("\r\n");
    return this;
  }

  public InfoWriter field(String name, long value) {
    return field(name, Long.toString(value));
  }

  /** A number with two digits after the point. */
  public InfoWriter field(String name, double value) {
    return field(name, decimals(value, 2));
  }

  /** A number of bytes, exactly and, under the name with {@code _human}, rounded to a unit. */
  public InfoWriter bytes(String name, long bytes) {
    return field(name, bytes).field(name + "_human", human(bytes));
  }

  /** A share in per cent. */
  public InfoWriter percent(String name, long part, long whole) {
    return field(name, decimals(whole == 0 ? 0 : part * 100.0 / whole, 2) + "%");
  }

  static String decimals(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /** As {@code 1.50M}; below a kilobyte as {@code 512B}. */
  static String human(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return unit == 0 ? bytes + UNITS[0] : decimals(value, 2) + UNITS[unit];
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
