package io.jacinth.server.conf;

import io.jacinth.engine.config.CommandRename;
import io.jacinth.engine.config.ConfigException;
import io.jacinth.engine.config.ServerSettings;
import io.jacinth.engine.config.UserDeclaration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Fills settings from a configuration file, standard input and options, in this order. The syntax
 * is redis.conf's: a directive a line, {@code #} before a comment, {@link Words} between blanks,
 * {@code include} with a path or pattern relative to {@code dir}.
 */
public final class ConfigReader {
  private static final int DEEPEST_INCLUDE = 16;
  private static final Set<String> NOT_SUPPORTED = Set.of("loadmodule");

  /** Directives of old that Redis 7.0 reads and forgets. */
  private static final Set<String> FORGOTTEN =
      Set.of("list-max-ziplist-entries", "list-max-ziplist-value", "lua-replicate-commands");

  private final ServerSettings settings;
  private final Product product;
  private final InputStream standardInput;

  public ConfigReader(ServerSettings settings, Product product, InputStream standardInput) {
    this.settings = settings;
    this.product = product;
    this.standardInput = standardInput;
  }

  public void read(Invocation.Start start) throws FatalConfigException {
    if (start.file() != null) {
      readFile(Path.of(start.file()).toAbsolutePath(), 0);
    }
    if (start.standardInput()) {
      readText(standardInputText(), "the configuration from standard input", 0);
    }
    for (String option : start.options()) {
      readLine(option, "the command line", 0);
    }
  }

  private String standardInputText() throws FatalConfigException {
    try {
      return text(standardInput.readAllBytes());
    } catch (IOException e) {
      throw FatalConfigException.because(product, "Can't read standard input: " + e.getMessage());
    }
  }

  private void readFile(Path file, int depth) throws FatalConfigException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw FatalConfigException.because(
          product, "Can't open config file '" + file + "': " + FileErrors.reason(file, e));
    }
    readText(text(bytes), "the configuration file " + file, depth);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private void readText(String text, String source, int depth) throws FatalConfigException {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      readLine(line, source + ", at line " + number, depth);
    }
  }

  private void readLine(String untrimmed, String whereRead, int depth) throws FatalConfigException {
    String line = untrimmed.strip();
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    try {
      apply(line, whereRead, depth);
    } catch (ConfigException e) {
      throw FatalConfigException.atLine(product, whereRead, line, e.why());
    }
  }

  private void apply(String line, String whereRead, int depth)
      throws ConfigException, FatalConfigException {
    List<String> words = Words.split(line);
    if (words == null) {
      throw new ConfigException("Unbalanced quotes in configuration line");
    }
    String name = words.getFirst().toLowerCase(Locale.ROOT);
    if (name.equals("include") && words.size() == 2) {
      include(words.get(1), depth + 1);
    } else if (name.equals("user") && words.size() > 1) {
      settings.security.users.add(
          new UserDeclaration(words.get(1), words.subList(2, words.size()), whereRead, line));
    } else if (name.equals("rename-command") && words.size() == 3) {
      settings.security.renames.add(new CommandRename(words.get(1), words.get(2), whereRead, line));
    } else if (NOT_SUPPORTED.contains(name) && words.size() > 1) {
      throw new ConfigException("'" + name + "' is not supported yet");
    } else if (!FORGOTTEN.contains(name) || words.size() != 2) {
      settings.configuration.load(name, words.subList(1, words.size()));
    }
  }

  private void include(String pattern, int depth) throws ConfigException, FatalConfigException {
    if (depth > DEEPEST_INCLUDE) {
      throw new ConfigException("include is nested too deeply");
    }
    for (Path file : FilePattern.files(path(pattern))) {
      readFile(file, depth);
    }
  }

  private Path path(String text) throws ConfigException {
    try {
      return settings.process.resolve(text);
    } catch (InvalidPathException e) {
      throw new ConfigException("No such file or directory");
    }
  }
}
