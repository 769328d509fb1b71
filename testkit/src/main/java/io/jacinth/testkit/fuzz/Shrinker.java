package io.jacinth.testkit.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Leaves requests out of a history for as long as its last one is still answered differently. */
final class Shrinker {

  /**
   * Enough for some ten thousand requests; what is left then is still a script that shows the
   * difference.
   */
  private static final int MAX_ATTEMPTS = 2_000;

  private final ServerPair servers;
  private int attempts;

  Shrinker(ServerPair servers) {
    this.servers = servers;
  }

  List<Request> shrink(List<Request> history) {
    List<Request> script = List.copyOf(history);
    for (int part = script.size() / 2; part > 0; part /= 2) {
      script = withoutParts(script, part);
    }
    return script;
  }

  /** From the end to the start: what a difference needs lies mostly close before it. */
  private List<Request> withoutParts(List<Request> script, int part) {
    List<Request> current = script;
    for (int end = current.size() - 1; end > 0; end -= part) {
      List<Request> shorter = without(current, Math.max(0, end - part), end);
      if (attempts++ < MAX_ATTEMPTS && servers.disagreeAboutTheLast(shorter)) {
        current = shorter;
      }
    }
    return current;
  }

  private static List<Request> without(List<Request> script, int from, int to) {
    List<Request> shorter = new ArrayList<>(script.subList(0, from));
    shorter.addAll(script.subList(to, script.size()));
    return shorter;
  }
}
