package io.jacinth.testkit.fuzz;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespText;
import io.jacinth.testkit.RunningServer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two servers of a comparison. */
final class ServerPair {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final RunningServer subject;
  private final RunningServer reference;
  private final boolean resp3;

  ServerPair(RunningServer subject, RunningServer reference, boolean resp3) {
    this.subject = subject;
    this.reference = reference;
    this.resp3 = resp3;
  }

  String subjectName() {
    return subject.name();
  }

  String referenceName() {
    return reference.name();
  }

  /** Empties both servers and opens a connection to each. */
  Session open() {
    return new Session(connect(subject), connect(reference));
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

  private RespConnection connect(RunningServer server) {
    RespConnection connection = RespConnection.connect(server.address(), TIMEOUT);
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

  /** A connection to each server. */
  record Session(RespConnection toSubject, RespConnection toReference) implements AutoCloseable {

    /** Sends all requests to both servers; null when all replies agree. */
    @Nullable Disagreement firstDisagreement(List<Request> requests) {
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
