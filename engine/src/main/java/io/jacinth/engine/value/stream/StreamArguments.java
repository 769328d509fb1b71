package io.jacinth.engine.value.stream;

/** What stream commands read from their arguments, kept for reuse. Belongs to a call. */
public final class StreamArguments {
  private final StreamId id = new StreamId();
  private final StreamId from = new StreamId();
  private final StreamId to = new StreamId();
  private final StreamIdList notes = new StreamIdList();
  private final StreamTrim trim = new StreamTrim();

  public StreamId id() {
    return id;
  }

  /** A lower bound. */
  public StreamId from() {
    return from;
  }

  /** An upper bound. */
  public StreamId to() {
    return to;
  }

  /** An empty list for what a command notes. */
  public StreamIdList notes() {
    return notes.clear();
  }

  public StreamTrim trim() {
    return trim;
  }
}
