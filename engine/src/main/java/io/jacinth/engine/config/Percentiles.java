package io.jacinth.engine.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A list of percentiles, each from 0 to 100. */
final class Percentiles implements Kind<List<Double>> {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern INFINITY = Pattern.compile("(?i)[-+]?inf(inity)?");

  @Override
  public List<Double> parse(List<String> words, List<Double> current) throws ConfigException {
    if (words.equals(List.of(""))) {
      return List.of();
    }
    List<Double> percentiles = new ArrayList<>();
    for (String word : words) {
      percentiles.add(percentile(word));
    }
    return List.copyOf(percentiles);
  }

  private static double percentile(String word) throws ConfigException {
    if (!NUMBER.matcher(word).matches() && !INFINITY.matcher(word).matches()) {
      throw new ConfigException("Invalid latency-tracking-info-percentiles parameters");
    }
    double value = INFINITY.matcher(word).matches() ? -1 : Double.parseDouble(word);
    if (value < 0 || value > 100) {
      throw new ConfigException(
          "latency-tracking-info-percentiles parameters should sit between [0.0,100.0]");
    }
    return value;
  }

  /** Six decimals, without zeros at the end. */
  @Override
  public String format(List<Double> value) {
    return value.stream().map(Percentiles::text).collect(Collectors.joining(" "));
  }

  /** They are always written, lest the defaults come back. */
  @Override
  public List<FileLine> fileLines(List<Double> value, List<Double> initial) {
    return List.of(new FileLine(value.isEmpty() ? "\"\"" : format(value), true));
  }

  private static String text(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
