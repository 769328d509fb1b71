package io.jacinth.server.conf;

import io.jacinth.engine.Glob;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that a path with wildcards stands for. */
final class FilePattern {
  private FilePattern() {}

  /**
   * The files that exist, in the order of their names; a path without wildcards is itself, whether
   * it exists or not. As in a shell, a wildcard does not take the dot of a hidden file.
   */
  static List<Path> files(Path absolute) {
    List<Path> found = List.of(absolute.getRoot());
    for (Path part : absolute) {
      String name = part.toString();
      found = isPattern(name) ? matches(found, name) : resolved(found, name);
    }
    return isPattern(absolute.toString()) ? found.stream().filter(Files::exists).toList() : found;
  }

  private static boolean isPattern(String text) {
    return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
  }

  private static List<Path> resolved(List<Path> folders, String name) {
    return folders.stream().map(folder -> folder.resolve(name)).toList();
  }

  private static List<Path> matches(List<Path> folders, String pattern) {
    List<Path> found = new ArrayList<>();
    for (Path folder : folders) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          if (matches(pattern, String.valueOf(entry.getFileName()))) {
            found.add(entry);
          }
        }
      } catch (IOException unreadable) {
        continue;
      }
    }
    return found.stream().sorted().toList();
  }

  private static boolean matches(String pattern, String name) {
    return (!name.startsWith(".") || pattern.startsWith(".")) && Glob.matches(pattern, name, false);
  }
}
