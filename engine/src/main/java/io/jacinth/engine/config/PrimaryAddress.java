package io.jacinth.engine.config;

import java.util.List;

/** {@code host port} of a primary, or {@code no one}, which is the empty text. */
final class PrimaryAddress implements Kind<String> {
  @Override
  public String parse(List<String> words, String current) throws ConfigException {
    if (words.size() != 2) {
      throw new ConfigException(Setting.WRONG_NUMBER);
    }
    String host = words.get(0);
    String port = words.get(1);
    if (host.equalsIgnoreCase("no") && port.equalsIgnoreCase("one")) {
      return "";
    }
    if (!isPort(port)) {
      throw new ConfigException("Invalid master port");
    }
    return host + " " + port;
  }

  private static boolean isPort(String text) {
    try {
      int port = Integer.parseInt(text);
      return port >= 0 && port <= 65535;
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  @Override
  public List<FileLine> fileLines(String value, String initial) {
    return value.isEmpty() ? List.of() : List.of(new FileLine(value, true));
  }

  @Override
  public String format(String value) {
    return value;
  }
}
