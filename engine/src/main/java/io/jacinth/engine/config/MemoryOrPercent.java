package io.jacinth.engine.config;

import java.util.List;

/** An amount of memory, in bytes or in per cent of maxmemory; one of the two is 0. */
public record MemoryOrPercent(long bytes, int percent) {
  static final MemoryOrPercent NONE = new MemoryOrPercent(0, 0);

  static final Kind.OneWord<MemoryOrPercent> KIND =
      new Kind.OneWord<>() {
        @Override
        public MemoryOrPercent parse(String word) throws ConfigException {
          if (word.endsWith("%")) {
            return new MemoryOrPercent(0, percent(word.substring(0, word.length() - 1)));
          }
          long bytes = MemoryUnits.bytes(word);
          if (bytes < 0) {
            throw notANumber();
          }
          return new MemoryOrPercent(bytes, 0);
        }

        @Override
        public String format(MemoryOrPercent value) {
          return value.percent > 0 ? value.percent + "%" : Long.toString(value.bytes);
        }

        @Override
        public List<FileLine> fileLines(MemoryOrPercent value, MemoryOrPercent initial) {
          String text = value.percent > 0 ? format(value) : MemoryUnits.text(value.bytes);
          return List.of(new FileLine(text, !value.equals(initial)));
        }
      };

  private static int percent(String digits) throws ConfigException {
    long percent;
    try {
      percent = Long.parseLong(digits);
    } catch (NumberFormatException notDigits) {
      throw notANumber();
    }
    if (percent > 100) {
      throw new ConfigException("percentage argument must be less or equal to 100");
    }
    if (percent < 0) {
      throw notANumber();
    }
    return (int) percent;
  }

  private static ConfigException notANumber() {
    return new ConfigException("argument must be a memory or percent value");
  }
}
