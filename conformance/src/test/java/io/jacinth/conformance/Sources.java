package io.jacinth.conformance;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The project's own code: its compiled classes and its source files. */
final class Sources {
  /** Every main class of every module. */
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.jacinth");

  private Sources() {}

  /** The checkout's top folder: the one that holds Maven's folder {@code .mvn}. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return Objects.requireNonNull(folder, "the tests run inside the checkout");
  }

  /** The Java files of all modules whose path contains the given part, as {@code src/test}. */
  static List<Path> files(String part) {
    return modules().stream().flatMap(module -> javaFiles(module.resolve(part))).sorted().toList();
  }

  /** The folders of all modules. */
  static List<Path> modules() {
    try (Stream<Path> children = Files.list(root())) {
      return children.filter(child -> Files.isRegularFile(child.resolve("pom.xml"))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
