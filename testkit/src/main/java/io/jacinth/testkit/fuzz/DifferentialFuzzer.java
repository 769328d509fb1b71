package io.jacinth.testkit.fuzz;

import io.jacinth.testkit.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends the same random commands of a family to two servers and holds their replies against each
 * other, byte by byte where nothing else is agreed. The run is fixed by its seed. At the first
 * difference it looks for the few commands that are enough for it: parts of the history are left
 * out, larger ones first, for as long as the difference stays (after Zeller's delta debugging,
 * 2002).
 */
public final class DifferentialFuzzer {

  private static final int BATCH = 100;

  private final Family family;
  private final long seed;
  private final ServerPair servers;

  private DifferentialFuzzer(ServerPair servers, Family family, long seed) {
    this.family = family;
    this.seed = seed;
    this.servers = servers;
  }

  /**
   * Prepares a run that compares replies.
   *
   * @param resp3 whether both connections are switched to RESP3
   */
  public DifferentialFuzzer(
      RunningServer subject, RunningServer reference, Family family, long seed, boolean resp3) {
    this(new ServerPair(subject, reference, resp3, false), family, seed);
  }

  /** A run that compares what others learn of each command: by notification, by watch, by cache. */
  public static DifferentialFuzzer ofNews(
      RunningServer subject, RunningServer reference, Family family, long seed) {
    return new DifferentialFuzzer(new ServerPair(subject, reference, false, true), family, seed);
  }

  /** Empties both servers and sends so many commands; empty when all replies agree. */
  public Optional<Difference> run(int commands) {
    List<Request> history = new ArrayList<>(commands);
    try (ServerPair.Session session = servers.open()) {
      Dice dice = new Dice(seed);
      while (history.size() < commands) {
        List<Request> batch =
            dice.some(BATCH, BATCH, () -> family.next(dice))
                .subList(0, Math.min(BATCH, commands - history.size()));
        Optional<Difference> difference = step(session, batch, history);
        if (difference.isPresent()) {
          return difference;
        }
      }
      return step(session, family.audit(), history);
    }
  }

  private Optional<Difference> step(
      ServerPair.Session session, List<Request> batch, List<Request> history) {
    ServerPair.@Nullable Disagreement found = session.firstDisagreement(batch);
    if (found == null) {
      history.addAll(batch);
      return Optional.empty();
    }
    history.addAll(batch.subList(0, found.position() + 1));
    return Optional.of(
        new Difference(
            family.name(),
            seed,
            history.size() - 1,
            history.getLast(),
            servers.subjectName(),
            found.subjectReply(),
            servers.referenceName(),
            found.referenceReply(),
            new Shrinker(servers).shrink(history)));
  }
}
