package io.jacinth.engine.config;

import java.util.List;
import java.util.Locale;

/** How many bytes of replies may wait for a client, by class of client. */
public record OutputBufferLimits(Limit normal, Limit replica, Limit pubsub) {
  /**
   * A client is closed above the hard limit at once, above the soft limit when it stays there for
   * the seconds; 0 means no limit.
   */
  public record Limit(long hardBytes, long softBytes, int softSeconds) {
    private String text() {
      return hardBytes + " " + softBytes + " " + softSeconds;
    }

    private FileLine inFile(String clientClass, Limit initial) {
      String hard = MemoryUnits.text(hardBytes);
      String soft = MemoryUnits.text(softBytes);
      return new FileLine(
          clientClass + " " + hard + " " + soft + " " + softSeconds, !equals(initial));
    }
  }

  static final OutputBufferLimits REDIS_DEFAULTS =
      new OutputBufferLimits(
          new Limit(0, 0, 0), new Limit(256 << 20, 64 << 20, 60), new Limit(32 << 20, 8 << 20, 60));

  /** {@code class hard soft seconds …}; classes that are not named keep their limits. */
  static final Kind<OutputBufferLimits> KIND =
      new Kind<>() {
        @Override
        public OutputBufferLimits parse(List<String> words, OutputBufferLimits current)
            throws ConfigException {
          if (words.size() % 4 != 0) {
            throw new ConfigException("Wrong number of arguments in buffer limit configuration.");
          }
          OutputBufferLimits limits = current;
          for (int i = 0; i < words.size(); i += 4) {
            limits = limits.with(words.get(i), limit(words.subList(i + 1, i + 4)));
          }
          return limits;
        }

        @Override
        public String format(OutputBufferLimits value) {
          return "normal %s slave %s pubsub %s"
              .formatted(value.normal.text(), value.replica.text(), value.pubsub.text());
        }

        @Override
        public List<FileLine> fileLines(OutputBufferLimits value, OutputBufferLimits initial) {
          return List.of(
              value.normal.inFile("normal", initial.normal),
              value.replica.inFile("replica", initial.replica),
              value.pubsub.inFile("pubsub", initial.pubsub));
        }
      };

  private OutputBufferLimits with(String clientClass, Limit limit) throws ConfigException {
    return switch (clientClass.toLowerCase(Locale.ROOT)) {
      case "normal" -> new OutputBufferLimits(limit, replica, pubsub);
      case "slave", "replica" -> new OutputBufferLimits(normal, limit, pubsub);
      case "pubsub" -> new OutputBufferLimits(normal, replica, limit);
      default ->
          throw new ConfigException(
              "Invalid client class specified in buffer limit configuration.");
    };
  }

  private static Limit limit(List<String> numbers) throws ConfigException {
    long hard = MemoryUnits.bytes(numbers.get(0));
    long soft = MemoryUnits.bytes(numbers.get(1));
    int seconds = seconds(numbers.get(2));
    if (hard < 0 || soft < 0 || seconds < 0) {
      throw new ConfigException(
          "Error in hard, soft or soft_seconds setting in buffer limit configuration.");
    }
    return new Limit(hard, soft, seconds);
  }

  private static int seconds(String text) {
    try {
      return text.isEmpty() ? 0 : Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }
}
