package io.jacinth.engine.config;

import java.util.Locale;

/** Sizes with a unit: 1k is 1000 bytes, 1kb 1024, and so m, mb, g, gb; the case is free. */
public final class MemoryUnits {
  /** The answer to a text that is no size. */
  public static final long INVALID = -1;

  private static final String[] UNITS = {"", "kb", "mb", "gb"};

  private MemoryUnits() {}

  /** The bytes in the largest unit of which they are a multiple: {@code 100mb}. */
  public static String text(long bytes) {
    int unit = bytes == 0 ? 0 : Math.min(Long.numberOfTrailingZeros(bytes) / 10, UNITS.length - 1);
    return (bytes >> 10 * unit) + UNITS[unit];
  }

  /**
   * The bytes that a text stands for; {@link #INVALID} when it is no size, or more than 63 bits can
   * count. No digits before the unit are taken as 0, as Redis does.
   */
  public static long bytes(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    long unit = unit(text.substring(digits));
    return unit == INVALID || digits > 127 ? INVALID : times(text.substring(0, digits), unit);
  }

  private static long times(String digits, long unit) {
    try {
      return digits.isEmpty() ? 0 : Math.multiplyExact(Long.parseLong(digits), unit);
    } catch (ArithmeticException | NumberFormatException tooBig) {
      return INVALID;
    }
  }

  private static long unit(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "", "b" -> 1;
      case "k" -> 1000;
      case "kb" -> 1L << 10;
      case "m" -> 1000_000;
      case "mb" -> 1L << 20;
      case "g" -> 1000_000_000;
      case "gb" -> 1L << 30;
      default -> INVALID;
    };
  }
}
