package io.jacinth.engine.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The three scores of oom-score-adj-values. */
final class OomScores implements Kind<List<Integer>> {
  private static final int COUNT = 3;
  private static final int BOUND = 2000;

  @Override
  public List<Integer> parse(List<String> words, List<Integer> current) throws ConfigException {
    if (words.size() != COUNT) {
      throw new ConfigException(Setting.WRONG_NUMBER);
    }
    List<Integer> scores = new ArrayList<>();
    for (String word : words) {
      scores.add(score(word));
    }
    return List.copyOf(scores);
  }

  private static int score(String text) throws ConfigException {
    try {
      int score = Integer.parseInt(text);
      if (Math.abs(score) <= BOUND) {
        return score;
      }
    } catch (NumberFormatException notANumber) {
      // Answered below, like a number out of range.
    }
    throw new ConfigException(
        "Invalid oom-score-adj-values, elements must be between -2000 and 2000.");
  }

  @Override
  public String format(List<Integer> value) {
    return value.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
