package io.jacinth.server.conf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** What the server calls itself. */
public record Product(String name, String version) {
  private static final String RESOURCE = "product.properties";

  /** The name and version that the build wrote. */
  public static Product current() {
    Properties properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(Product.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Product(property(properties, "name"), property(properties, "version"));
  }

  private static String property(Properties properties, String name) {
    return Objects.requireNonNull(properties.getProperty(name), name);
  }

  /** {@code Jacinth 1.0}. */
  @Override
  public String toString() {
    return name + " " + version;
  }

  /** The answer to {@code --version}, in the form of redis-server's. */
  public String versionLine() {
    return "%s server v=%s java=%s bits=64".formatted(name, version, Runtime.version());
  }
}
