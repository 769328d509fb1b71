package io.jacinth.server.conf;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file could not be read or written, in the system's words. */
final class FileErrors {
  private FileErrors() {}

  static String reason(Path file, IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "No such file or directory";
      case AccessDeniedException _ -> "Permission denied";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> Files.isDirectory(file) ? "Is a directory" : String.valueOf(e.getMessage());
    };
  }
}
