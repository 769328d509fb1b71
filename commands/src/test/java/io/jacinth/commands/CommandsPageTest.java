package io.jacinth.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.engine.Command;
import io.jacinth.engine.spec.AclCategory;
import io.jacinth.engine.spec.CommandFlag;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/COMMANDS.md is what the specifications say, and this test writes it. */
class CommandsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "COMMANDS.md");
  private static final String REFRESH =
      "bin/mvn -pl commands -am test -Dtest=CommandsPageTest -Djacinth.write-docs=true"
          + " -Dsurefire.failIfNoSpecifiedTests=false";

  @Test
  void pageAgreesWithTheSpecifications() throws IOException {
    String page = page();
    if (Boolean.getBoolean("jacinth.write-docs")) {
      Files.createDirectories(Objects.requireNonNull(PAGE.getParent()));
      Files.writeString(PAGE, page, UTF_8);
    }
    String committed = Files.exists(PAGE) ? Files.readString(PAGE, UTF_8) : "";
    assertThat(committed).as("docs/COMMANDS.md; refresh it with: " + REFRESH).isEqualTo(page);
  }

  private static String page() {
    List<CommandSpec> specs =
        AllCommands.list().stream()
            .map(Command::spec)
            .filter(spec -> !spec.isContainer() || spec.arity() == -1)
            .sorted(Comparator.comparing(CommandSpec::name))
            .toList();
    StringBuilder out = new StringBuilder("# Commands\n\n");
    out.append("All commands, by group, as their specifications in the code describe them. ");
    out.append("The page is written by:\n\n    ");
    out.append(REFRESH).append("\n\n");
    out.append("Square brackets hold what is optional, a bar stands between alternatives, and\n");
    out.append("`key [key ...]` is one or more. \"Since\" is the version of Redis.\n");
    for (CommandGroup group : CommandGroup.values()) {
      List<CommandSpec> members = specs.stream().filter(spec -> spec.group() == group).toList();
      if (!members.isEmpty()) {
        out.append("\n## ").append(group.wireName()).append('\n');
        members.forEach(spec -> append(out, spec));
      }
    }
    return out.toString();
  }

  private static void append(StringBuilder out, CommandSpec spec) {
    String name = spec.name().toUpperCase(Locale.ROOT).replace('|', ' ');
    out.append("\n### ").append(name).append("\n\n");
    out.append("    ").append(name);
    if (!spec.arguments().isEmpty()) {
      out.append(' ').append(spec.argumentSyntax());
    }
    out.append("\n\n").append(spec.summary()).append(deprecation(spec)).append('\n');
    out.append("Since ").append(spec.since()).append(" · ");
    if (!spec.complexity().isEmpty()) {
      out.append(spec.complexity()).append(" · ");
    }
    out.append(words(spec)).append('\n');
  }

  private static String deprecation(CommandSpec spec) {
    return spec.deprecatedSince() == null
        ? ""
        : " Deprecated since " + spec.deprecatedSince() + ": use " + spec.replacedBy() + ".";
  }

  private static String words(CommandSpec spec) {
    Stream<String> flags =
        spec.flags().stream().filter(CommandFlag::isShown).map(CommandFlag::wireName);
    Stream<String> categories =
        spec.categories().stream().map(AclCategory::wireName).map(name -> "@" + name);
    return Stream.concat(flags, categories).collect(Collectors.joining(" "));
  }
}
