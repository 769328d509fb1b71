package io.jacinth.engine.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A snapshot is due when this many changes have been made and this many seconds have passed. */
public record SavePoint(long seconds, int changes) {

  /** {@code save seconds changes …}; several lines of a file add up, an empty one starts anew. */
  static final Kind<List<SavePoint>> LIST =
      new Kind<>() {
        @Override
        public List<SavePoint> parse(List<String> words, List<SavePoint> current)
            throws ConfigException {
          if (words.equals(List.of(""))) {
            return List.of();
          }
          if (words.size() % 2 != 0) {
            throw invalid();
          }
          List<SavePoint> points = new ArrayList<>();
          for (int i = 0; i < words.size(); i += 2) {
            points.add(
                new SavePoint(
                    number(words.get(i), 1, Long.MAX_VALUE),
                    (int) number(words.get(i + 1), 0, Integer.MAX_VALUE)));
          }
          return List.copyOf(points);
        }

        @Override
        public List<SavePoint> parseAgain(List<String> words, List<SavePoint> current)
            throws ConfigException {
          List<SavePoint> more = parse(words, current);
          if (more.isEmpty()) {
            return more;
          }
          List<SavePoint> all = new ArrayList<>(current);
          all.addAll(more);
          return List.copyOf(all);
        }

        @Override
        public String format(List<SavePoint> value) {
          return value.stream()
              .map(point -> point.seconds + " " + point.changes)
              .collect(Collectors.joining(" "));
        }

        /** They are always written, lest the defaults come back. */
        @Override
        public List<FileLine> fileLines(List<SavePoint> value, List<SavePoint> initial) {
          return value.isEmpty()
              ? List.of(new FileLine("\"\"", true))
              : value.stream().map(point -> new FileLine(format(List.of(point)), true)).toList();
        }
      };

  private static long number(String text, long least, long most) throws ConfigException {
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Answered below, like a number out of range.
    }
    throw invalid();
  }

  private static ConfigException invalid() {
    return new ConfigException("Invalid save parameters");
  }
}
