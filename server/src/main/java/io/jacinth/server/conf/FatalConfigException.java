package io.jacinth.server.conf;

/**
 * A configuration with which the server cannot start. The message is what standard error should
 * show, its line breaks included; the exit status is {@link #EXIT_STATUS}.
 */
public final class FatalConfigException extends Exception {
  private static final long serialVersionUID = 1;

  public static final int EXIT_STATUS = 1;

  private FatalConfigException(String report) {
    super(report);
  }

  /** A complaint about a line. */
  public static FatalConfigException atLine(
      Product product, String whereRead, String line, String complaint) {
    return new FatalConfigException(
        head(product) + "Reading " + whereRead + "\n>>> '" + line + "'\n" + complaint + "\n");
  }

  /** A complaint about no line in particular. */
  public static FatalConfigException because(Product product, String complaint) {
    return new FatalConfigException(head(product) + complaint + "\n");
  }

  private static String head(Product product) {
    return "\n*** FATAL CONFIG FILE ERROR (" + product + ") ***\n";
  }
}
