package io.jacinth.conformance;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The only directions in which a module may use another, as docs/ARCHITECTURE.md draws them. A
 * class's module is the part of its package that follows {@code io.jacinth}. The poms say the same;
 * this test also sees what reaches a module through another's dependencies.
 */
class ModuleDirectionsTest {
  private static final String ROOT = "io.jacinth.";

  /** What each module may use; what those may use is included. */
  private static final Map<String, List<String>> ARROWS =
      Map.of(
          "memory", List.of(),
          "protocol", List.of(),
          "lua", List.of(),
          "engine", List.of("memory", "protocol"),
          "commands", List.of("engine"),
          "persistence", List.of("engine"),
          "client", List.of("protocol"),
          "scripting", List.of("engine", "lua"),
          "server", List.of("commands", "persistence", "scripting", "client"),
          "testkit", List.of("server", "client"));

  /** Commands see the engine and the bytes of a request, but not how entries lie in memory. */
  private static final Map<String, String> CLOSED = Map.of("commands", "memory");

  @Test
  void followsTheArrows() {
    classes().should(useOnlyAllowedModules()).check(Sources.CLASSES);
  }

  @Test
  void everyModuleIsInTheTable() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : Sources.CLASSES) {
      found.add(module(type));
    }
    assertThat(found).isEqualTo(new TreeSet<>(ARROWS.keySet()));
  }

  private static ArchCondition<JavaClass> useOnlyAllowedModules() {
    return new ArchCondition<>("use only modules that the arrows allow") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (target.getPackageName().startsWith(ROOT) && !mayUse(module(type), module(target))) {
            events.add(violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static boolean mayUse(String user, String used) {
    return user.equals(used) || (reaches(user, used) && !used.equals(CLOSED.get(user)));
  }

  private static boolean reaches(String user, String used) {
    List<String> direct = ARROWS.getOrDefault(user, List.of());
    return direct.contains(used) || direct.stream().anyMatch(next -> reaches(next, used));
  }

  private static String module(JavaClass type) {
    String path = type.getPackageName().substring(ROOT.length());
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
