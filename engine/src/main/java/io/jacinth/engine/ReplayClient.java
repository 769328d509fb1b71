package io.jacinth.engine;

/**
 * The client whose requests are those of a log that is read again. It may do anything, and nobody
 * reads its replies. Owned by the thread that reads the log.
 */
public final class ReplayClient extends UnconnectedClient {
  /**
   * @param worker what runs the requests; the thread's own
   */
  public ReplayClient(Worker worker) {
    super(worker);
    replyMode(ReplyMode.OFF);
  }

  @Override
  public boolean isTrusted() {
    return true;
  }

  @Override
  public void closeAfterReplies() {
    closing();
  }

  @Override
  protected void disconnect() {
    closing();
  }
}
