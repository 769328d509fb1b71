package io.jacinth.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.jacinth.commands.AllCommands;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** House rules that hold for every file. */
class TidyTest {
  /**
   * Where time and chance enter the program; everyone else is given a clock or a random source, so
   * that the same code runs under a manual clock from a printed seed.
   */
  private static final Set<String> TIME_AND_CHANCE_ENTER =
      Set.of(
          "io.jacinth.engine.SystemClock",
          // A deadline on a real socket.
          "io.jacinth.client.ChannelLink");

  /** A test may draw a seed, which it prints, but nothing else, from an unseeded source. */
  private static final Pattern UNFIT_FOR_A_TEST =
      Pattern.compile(
          "\\bThread\\.sleep\\(|\\bThreadLocalRandom\\b|\\bnew"
              + " (Splittable)?Random\\(\\)(?!\\.nextLong\\(\\))|\\bMath\\.random\\(");

  @Test
  void takesTheTimeFromItsClock() {
    noClasses()
        .that(areGivenTimeAndChance())
        .should()
        .accessTargetWhere(
            reads(System.class, "currentTimeMillis|nanoTime")
                .or(reads(Thread.class, "sleep"))
                .or(readsNow()))
        .check(Sources.CLASSES);
  }

  @Test
  void takesItsChanceFromASeededSource() {
    noClasses()
        .that(areGivenTimeAndChance())
        .should()
        .accessTargetWhere(
            reads(Math.class, "random")
                .or(reads(ThreadLocalRandom.class, "current"))
                .or(unseeded(Random.class))
                .or(unseeded(SplittableRandom.class)))
        .check(Sources.CLASSES);
  }

  @Test
  void testsNeitherSleepNorThrowUnseededDice() {
    List<String> found = new ArrayList<>();
    for (Path file : Sources.files("src/test")) {
      if (!file.endsWith("TidyTest.java")) {
        Matcher matcher = UNFIT_FOR_A_TEST.matcher(Sources.text(file));
        matcher
            .results()
            .forEach(hit -> found.add(Sources.root().relativize(file) + ": " + hit.group()));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void everyPackageSaysWhatLivesInIt() {
    List<Path> silent = new ArrayList<>();
    for (Path folder : packageFolders()) {
      Path file = folder.resolve("package-info.java");
      String text = Files.isRegularFile(file) ? Sources.text(file) : "";
      if (!text.startsWith("/**") || !(text.contains("@NullMarked") || isRunFromSource(file))) {
        silent.add(Sources.root().relativize(file));
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void everyCommandIsRegistered() {
    Set<String> registered = new TreeSet<>();
    AllCommands.list().forEach(command -> registered.add(command.getClass().getName()));
    Set<String> written = new TreeSet<>();
    for (JavaClass type : Sources.CLASSES) {
      if (type.isAssignableTo(Command.class)
          && !type.getModifiers().contains(JavaModifier.ABSTRACT)
          && type.getPackageName().startsWith("io.jacinth.commands")) {
        written.add(type.getName());
      }
    }
    assertThat(registered).containsAll(written);
  }

  @Test
  void everyCommandIsDocumented() {
    List<String> silent = new ArrayList<>();
    for (Command command : AllCommands.list()) {
      CommandSpec spec = command.spec();
      if (spec.summary().isBlank() || spec.since().isBlank()) {
        silent.add(spec.name());
      }
    }
    assertThat(silent).isEmpty();
  }

  /**
   * {@code GetRange} is tested by a class {@code GetRangeTest}, in whichever module, or by one
   * whose first comment names GETRANGE.
   */
  @Test
  void everyCommandIsTested() {
    Set<String> names = new TreeSet<>();
    StringBuilder comments = new StringBuilder();
    for (Path file : Sources.files("src/test")) {
      names.add(file.getFileName().toString());
      comments.append(Sources.text(file).split("\nclass ", 2)[0]).append('\n');
    }
    List<String> untested = new ArrayList<>();
    for (Command command : AllCommands.list()) {
      String name = command.spec().name().toUpperCase(Locale.ROOT).replace('|', ' ');
      if (!command.spec().isContainer()
          && !names.contains(command.getClass().getSimpleName() + "Test.java")
          && !Pattern.compile("\\b" + name + "\\b").matcher(comments).find()) {
        untested.add(name);
      }
    }
    assertThat(untested).isEmpty();
  }

  /** The comparison runs straight from its source, so it can have no annotations of others. */
  private static boolean isRunFromSource(Path file) {
    return file.startsWith(Sources.root().resolve("benchmarks"));
  }

  private static Set<Path> packageFolders() {
    Set<Path> folders = new TreeSet<>();
    for (Path file : Sources.files("src/main")) {
      folders.add(file.getParent());
    }
    return folders;
  }

  /** The program itself, without its composition root, the clock and what only tests use. */
  private static DescribedPredicate<JavaClass> areGivenTimeAndChance() {
    return DescribedPredicate.describe(
        "take time and chance by constructor",
        type ->
            !type.getPackageName().equals("io.jacinth.server")
                && !type.getPackageName().startsWith("io.jacinth.testkit")
                && !TIME_AND_CHANCE_ENTER.contains(type.getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> reads(Class<?> owner, String names) {
    Pattern pattern = Pattern.compile(names);
    return DescribedPredicate.describe(
        owner.getSimpleName() + "." + names,
        access ->
            access.getTargetOwner().isEquivalentTo(owner)
                && pattern.matcher(access.getTarget().getName()).matches());
  }

  private static DescribedPredicate<JavaAccess<?>> readsNow() {
    return DescribedPredicate.describe(
        "java.time's now()",
        access ->
            access.getTargetOwner().getPackageName().equals("java.time")
                && access.getTarget().getName().equals("now"));
  }

  private static DescribedPredicate<JavaAccess<?>> unseeded(Class<?> owner) {
    return DescribedPredicate.describe(
        "new " + owner.getSimpleName() + "()",
        access ->
            access instanceof JavaConstructorCall call
                && call.getTargetOwner().isEquivalentTo(owner)
                && call.getTarget().getRawParameterTypes().isEmpty());
  }
}
