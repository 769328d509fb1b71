package io.jacinth.engine.info;

import io.jacinth.engine.Engine;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The sections of a server's INFO, in the order in which they are shown. */
public final class InfoSections {
  /** The names that stand for every section. */
  private static final Set<String> ALL = Set.of("all", "everything");

  private static final String DEFAULT = "default";

  private final List<InfoSection> sections;

  public InfoSections(Engine engine) {
    sections =
        new CopyOnWriteArrayList<>(
            List.of(
                new ServerSection(engine),
                new ClientsSection(engine),
                new MemorySection(engine),
                new PersistenceSection(engine),
                new StatsSection(engine),
                new ReplicationSection(engine),
                new CpuSection(),
                new ModulesSection(),
                new CommandStatsSection(engine),
                new ErrorStatsSection(engine),
                new LatencyStatsSection(engine),
                new ScriptStatsSection(engine),
                new ClusterSection(),
                new KeyspaceSection(engine),
                new JvmSection(engine)));
  }

  /** Adds the section of a further part of the server. */
  public void add(InfoSection section) {
    sections.add(section);
  }

  /**
   * The sections of these names, in any case; unknown ones are left out. No names ask for the
   * default ones.
   */
  public String text(List<String> names) {
    Set<String> wanted =
        names.isEmpty()
            ? Set.of(DEFAULT)
            : names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    InfoWriter out = new InfoWriter();
    sections.stream().filter(section -> isWanted(section, wanted)).forEach(out::section);
    return out.toString();
  }

  private static boolean isWanted(InfoSection section, Set<String> names) {
    return names.stream().anyMatch(section::isNamed)
        || (section.isDefault() && names.contains(DEFAULT))
        || ALL.stream().anyMatch(names::contains);
  }
}
