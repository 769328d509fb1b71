package io.jacinth.testkit.fuzz;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespText;
import io.jacinth.client.RespValue;
import io.jacinth.testkit.RunningServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two servers of a comparison. */
final class ServerPair {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final RunningServer subject;
  private final RunningServer reference;
  private final boolean resp3;
  private final boolean hasWitnesses;

  /**
   * @param hasWitnesses whether it is not the replies that are compared, but what others learn of
   *     each request
   */
  ServerPair(RunningServer subject, RunningServer reference, boolean resp3, boolean hasWitnesses) {
    this.subject = subject;
    this.reference = reference;
    this.resp3 = resp3;
    this.hasWitnesses = hasWitnesses;
  }

  String subjectName() {
    return subject.name();
  }

  String referenceName() {
    return reference.name();
  }

  /** Empties both servers and opens a connection to each. */
  Session open() {
    return hasWitnesses
        ? new WitnessedSession(
            opened(subject), opened(reference), new Witness(subject), new Witness(reference))
        : new PlainSession(opened(subject), opened(reference));
  }

  /**
   * Whether these requests, from empty servers on, end in a disagreement about the last and about
   * none before.
   */
  boolean disagreeAboutTheLast(List<Request> requests) {
    try (Session session = open()) {
      Disagreement found = session.firstDisagreement(requests);
      return found != null && found.position() == requests.size() - 1;
    }
  }

  static RespConnection connect(RunningServer server) {
    return RespConnection.connect(server.address(), TIMEOUT);
  }

  private RespConnection opened(RunningServer server) {
    RespConnection connection = connect(server);
    connection.send("FLUSHALL");
    if (resp3) {
      connection.send("HELLO", "3");
    }
    return connection;
  }

  /**
   * Two replies, as people read them, that should be one.
   *
   * @param position of their request in the list that was sent
   */
  record Disagreement(int position, String subjectReply, String referenceReply) {}

  /** Connections to both servers. */
  interface Session extends AutoCloseable {
    /** Sends all requests to both servers; null when all agree. */
    @Nullable Disagreement firstDisagreement(List<Request> requests);

    @Override
    void close();
  }

  /** Whether others learn the same of each request. */
  private record WitnessedSession(
      RespConnection toSubject, RespConnection toReference, Witness ofSubject, Witness ofReference)
      implements Session {

    @Override
    public @Nullable Disagreement firstDisagreement(List<Request> requests) {
      for (int position = 0; position < requests.size(); position++) {
        byte[][] words = requests.get(position).toArray();
        RespValue reply = toSubject.send(words);
        boolean isRefused = isError(reply);
        boolean isRefusedToo = isError(toReference.send(words));
        ofSubject.ask();
        ofReference.ask();
        String left = ofSubject.learned();
        String right = ofReference.learned();
        if (isRefused == isRefusedToo
            && !agree(words[0], left, right)
            && !isKeptSecret(words[0], reply, right)) {
          return new Disagreement(position, left, right);
        }
      }
      return null;
    }

    /** What a newer Redis refuses and the one at hand does not is another test's affair. */
    private static boolean isError(RespValue reply) {
      return reply instanceof RespValue.SimpleError;
    }

    /** SORT looks for other keys in the order of the elements in memory. */
    private static boolean agree(byte[] name, String left, String right) {
      return left.equals(right) || (isNamed(name, "sort") && sorted(left).equals(sorted(right)));
    }

    /**
     * BITFIELD makes a string longer before OVERFLOW FAIL has it write nothing: a change, which
     * Redis tells nobody, not even its log.
     */
    private static boolean isKeptSecret(byte[] name, RespValue reply, String told) {
      return isNamed(name, "bitfield")
          && reply instanceof RespValue.ArrayValue results
          && results.elements().contains(RespValue.NullValue.BULK_STRING)
          && !told.contains("setbit");
    }

    private static boolean isNamed(byte[] name, String start) {
      return new String(name, StandardCharsets.ISO_8859_1)
          .toLowerCase(Locale.ROOT)
          .startsWith(start);
    }

    private static List<String> sorted(String lines) {
      return lines.lines().map(String::strip).sorted().toList();
    }

    @Override
    public void close() {
      toSubject.close();
      toReference.close();
      ofSubject.close();
      ofReference.close();
    }
  }

  /** Whether all replies agree. */
  private record PlainSession(RespConnection toSubject, RespConnection toReference)
      implements Session {

    @Override
    public @Nullable Disagreement firstDisagreement(List<Request> requests) {
      for (Request request : requests) {
        toSubject.write(request.toArray());
        toReference.write(request.toArray());
      }
      toSubject.flush();
      toReference.flush();
      Disagreement first = null;
      for (int position = 0; position < requests.size(); position++) {
        byte[] left = toSubject.readRaw();
        byte[] right = toReference.readRaw();
        if (first == null && !requests.get(position).comparison().agree(left, right)) {
          first = new Disagreement(position, RespText.quote(left), RespText.quote(right));
        }
      }
      return first;
    }

    @Override
    public void close() {
      toSubject.close();
      toReference.close();
    }
  }
}
