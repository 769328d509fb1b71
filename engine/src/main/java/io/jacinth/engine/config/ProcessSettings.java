package io.jacinth.engine.config;

import static io.jacinth.engine.config.Directives.bool;
import static io.jacinth.engine.config.Directives.choice;
import static io.jacinth.engine.config.Directives.seconds;
import static io.jacinth.engine.config.Directives.string;
import static io.jacinth.engine.config.Directives.stringOrEmpty;
import static io.jacinth.engine.config.Directives.value;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The server as a process: its folder, its files, its signals, its place in the system. */
public final class ProcessSettings extends SettingGroup {
  private static final String CPULIST = "the operating system's taskset does this";

  /** Text, variables in braces, and a doubled brace for a single one. */
  private static final Pattern TITLE =
      Pattern.compile(
          "(?s)([^{]|\\{\\{"
              + "|\\{(title|listen-addr|server-mode|port|tls-port|unixsocket|config-file)})+");

  public final ValueSetting<String> dir;
  public final ValueSetting<String> pidfile =
      add(string("pidfile").says("The file that holds the process id while the server runs."));
  public final BoolSetting daemonize =
      add(
          bool("daemonize")
              .inert("the server stays in the foreground; use systemd, or nohup and &")
              .says("Whether the server detaches itself from its terminal."));
  public final ValueSetting<String> supervised =
      add(
          choice("supervised", "upstart", "systemd", "auto", "no")
              .defaultsTo("no")
              .inert("the server does not signal that it is ready; use a unit of Type=exec")
              .says("How the server tells its supervisor that it is ready."));
  public final ValueSetting<Set<ShutdownOption>> shutdownOnSigint =
      add(
          value("shutdown-on-sigint", ShutdownOption.SET, Set.of())
              .live()
              .says("How SIGINT shuts the server down."));
  public final ValueSetting<Set<ShutdownOption>> shutdownOnSigterm =
      add(
          value("shutdown-on-sigterm", ShutdownOption.SET, Set.of())
              .live()
              .says("How SIGTERM shuts the server down."));
  public final LongSetting shutdownTimeout =
      add(
          seconds("shutdown-timeout")
              .defaultsTo(10)
              .live()
              .later("replication")
              .says("Seconds for which a shutdown waits for replicas."));
  public final BoolSetting setProcTitle =
      add(
          bool("set-proc-title")
              .defaultsTo(true)
              .inert("a JVM cannot change its title")
              .says("Whether the process shows its state in its title."));
  public final ValueSetting<String> procTitleTemplate =
      add(
          string("proc-title-template")
              .defaultsTo("{title} {listen-addr} {server-mode}")
              .check(ProcessSettings::template)
              .live()
              .inert("a JVM cannot change its title")
              .says("The process's title."));
  public final ValueSetting<String> oomScoreAdj =
      add(
          choice("oom-score-adj", "no", "yes", "relative", "absolute")
              .check(mode -> mode.equals("relative") ? "yes" : mode)
              .live()
              .says(
                  "Whether the kernel is told how soon to kill the server when memory runs out, and"
                      + " whether what it is told adds to what it had in mind."));
  public final ValueSetting<List<Integer>> oomScoreAdjValues =
      add(
          value("oom-score-adj-values", new OomScores(), List.of(0, 200, 800))
              .live()
              .says("The kernel's scores for a primary, a replica and a child process."));
  public final BoolSetting disableThp =
      add(
          bool("disable-thp")
              .defaultsTo(true)
              .inert("no process is forked, which is where huge pages hurt")
              .says("Whether transparent huge pages are turned off."));
  public final ValueSetting<String> serverCpulist =
      add(string("server_cpulist").inert(CPULIST).says("The cores of the event loops."));
  public final ValueSetting<String> bioCpulist =
      add(string("bio_cpulist").inert(CPULIST).says("The cores of the background threads."));
  public final ValueSetting<String> aofRewriteCpulist =
      add(string("aof_rewrite_cpulist").inert(CPULIST).says("The cores of an AOF rewrite."));
  public final ValueSetting<String> bgsaveCpulist =
      add(string("bgsave_cpulist").inert(CPULIST).says("The cores of a snapshot."));
  public final ValueSetting<String> ignoreWarnings =
      add(
          stringOrEmpty("ignore-warnings")
              .live()
              .inert("the checks that it silences concern fork")
              .says("Checks of the system whose warnings do not stop the start."));
  public final BoolSetting useExitOnPanic =
      add(
          bool("use-exit-on-panic")
              .live()
              .hidden()
              .inert("the server exits rather than aborts in any case")
              .says("Whether a panic exits rather than aborts."));

  ProcessSettings(Configuration configuration, Path directory) {
    super(configuration);
    dir =
        add(
            value("dir", new Directory(), "")
                .defaultsTo(text(directory))
                .check(this::directory)
                .live()
                .guarded()
                .says("The folder of the server's files."));
  }

  /** The path of a file named in the configuration, within dir unless it is absolute. */
  public Path resolve(String file) {
    return path(dir.value()).resolve(path(file));
  }

  /** A path from a text of the configuration, whose chars are the bytes of UTF-8. */
  private static Path path(String text) {
    return Path.of(new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
  }

  private static String text(Path path) {
    return new String(
        path.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private String directory(String name) throws ConfigException {
    try {
      Path directory = resolve(name);
      if (name.isEmpty() || !Files.exists(directory)) {
        throw new ConfigException("No such file or directory");
      }
      if (!Files.isDirectory(directory)) {
        throw new ConfigException("Not a directory");
      }
      if (!Files.isExecutable(directory)) {
        throw new ConfigException("Permission denied");
      }
      return text(directory.toRealPath());
    } catch (AccessDeniedException e) {
      throw new ConfigException("Permission denied");
    } catch (IOException | InvalidPathException e) {
      throw new ConfigException("No such file or directory");
    }
  }

  /** A path that is always written into the file: where the server is started may change. */
  private static final class Directory implements Kind.OneWord<String> {
    @Override
    public String parse(String word) {
      return word;
    }

    @Override
    public String format(String value) {
      return value;
    }

    @Override
    public List<FileLine> fileLines(String value, String initial) {
      return List.of(new FileLine(FileLine.quoted(value), true));
    }
  }

  private static String template(String template) throws ConfigException {
    if (!TITLE.matcher(template).matches()) {
      throw new ConfigException("template format is invalid or contains unknown variables");
    }
    return template;
  }
}
