package io.jacinth.server;

import io.jacinth.engine.config.ConfigException;
import io.jacinth.engine.config.ProcessSettings;
import io.jacinth.engine.config.Setting;
import io.jacinth.engine.log.ServerLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How soon Linux is to kill the process when memory runs out ({@code oom-score-adj}). Used under
 * the configuration's lock; what the kernel had in mind before comes back with {@code no}.
 */
final class OomScore {
  private static final Path FILE = Path.of("/proc/self/oom_score_adj");
  private static final int BOUND = 1000;

  private final ProcessSettings settings;
  private final ServerLog log;
  private boolean isOurs;
  private int before;

  OomScore(ProcessSettings settings, ServerLog log) {
    this.settings = settings;
    this.log = log;
  }

  /** Does what the configuration says now, and whenever it is changed. */
  void follow() {
    try {
      apply();
    } catch (ConfigException e) {
      // It has been logged; the server starts all the same.
    }
    Setting.Listener listener = this::apply;
    settings.oomScoreAdj.onChange(listener);
    settings.oomScoreAdjValues.onChange(listener);
  }

  private void apply() throws ConfigException {
    try {
      if (!settings.oomScoreAdj.value().equals("no")) {
        set();
      } else if (isOurs) {
        write(before);
        isOurs = false;
      }
    } catch (IOException | NumberFormatException e) {
      log.warning("Unable to write oom_score_adj: " + e.getMessage());
      throw new ConfigException(
          "Failed to apply new oom_score_adj configuration, check server logs.");
    }
  }

  private void set() throws IOException {
    if (!isOurs) {
      before = Integer.parseInt(Files.readString(FILE).strip());
      isOurs = true;
    }
    int score = settings.oomScoreAdjValues.value().getFirst();
    write(settings.oomScoreAdj.value().equals("absolute") ? score : before + score);
  }

  private static void write(int score) throws IOException {
    Files.writeString(FILE, Integer.toString(Math.clamp(score, -BOUND, BOUND)));
  }
}
