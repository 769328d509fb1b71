package io.jacinth.server.conf;

import io.jacinth.engine.config.FileLine;
import io.jacinth.engine.config.ServerSettings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Writes the settings back into the configuration file. The new file takes the place of the old one
 * in one step and is on the disk by then: whatever happens, there is a whole file, old or new.
 */
public final class ConfigRewrite {
  private static final FileAttribute<?> READABLE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--"));

  private final ServerSettings settings;
  private final Path path;

  /**
   * The rewriting of one file.
   *
   * @param path absolute
   */
  public ConfigRewrite(ServerSettings settings, Path path) {
    this.settings = settings;
    this.path = path;
  }

  /**
   * Writes the file.
   *
   * @param users the users as lines of redis.conf
   * @throws IOException whose message is the reason in the system's words
   */
  public void run(List<String> users) throws IOException {
    try {
      replace(rewritten(users));
    } catch (IOException e) {
      throw new IOException(FileErrors.reason(path, e), e);
    }
  }

  private String rewritten(List<String> users) throws IOException {
    ConfigFile file = new ConfigFile(settings.configuration, oldText());
    settings.configuration.fileLines().forEach(file::put);
    boolean isElsewhere = !settings.security.aclfile.value().isEmpty();
    file.put("user", isElsewhere ? List.of() : users.stream().map(ConfigRewrite::user).toList());
    return file.text();
  }

  private static FileLine user(String line) {
    return new FileLine(line.substring("user ".length()), true);
  }

  /** A file that is not there any more is written anew. */
  private String oldText() throws IOException {
    try {
      return Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException gone) {
      return "";
    }
  }

  private void replace(String text) throws IOException {
    Path directory = path.resolveSibling("");
    Path temporary = Files.createTempFile(directory, path.getFileName() + "-", ".tmp", READABLE);
    try {
      Files.writeString(temporary, text, StandardCharsets.ISO_8859_1);
      sync(temporary, StandardOpenOption.WRITE);
      Files.move(
          temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync(directory, StandardOpenOption.READ);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void sync(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}
