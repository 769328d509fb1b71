package io.jacinth.engine;

import java.lang.foreign.MemorySegment;

/**
 * The client whose requests are those of a log that is read again. It may do anything, and nobody
 * reads its replies. Owned by the thread that reads the log.
 */
public final class ReplayClient extends Client {
  private final Worker worker;

  /**
   * @param worker what runs the requests; the thread's own
   */
  public ReplayClient(Worker worker) {
    super(0, 0);
    this.worker = worker;
    authenticated(true);
    replyMode(ReplyMode.OFF);
  }

  @Override
  public boolean isTrusted() {
    return true;
  }

  @Override
  public String address() {
    return "?:0";
  }

  @Override
  public String localAddress() {
    return "?:0";
  }

  @Override
  public int fileDescriptor() {
    return -1;
  }

  @Override
  public boolean isUnixSocket() {
    return false;
  }

  @Override
  public long queryBufferBytes() {
    return 0;
  }

  @Override
  public long queryBufferCapacity() {
    return 0;
  }

  @Override
  public long outputBytes() {
    return 0;
  }

  @Override
  public int outputBlocks() {
    return 0;
  }

  @Override
  public void closeAfterReplies() {
    closing();
  }

  @Override
  protected void disconnect() {
    closing();
  }

  @Override
  public Mailbox mailbox() {
    return worker.mailbox();
  }

  @Override
  protected boolean write(byte[] bytes) {
    return false;
  }

  @Override
  protected void flushWritten() {}

  @Override
  protected void onLoop(Runnable task) {
    task.run();
  }

  @Override
  protected Runnable onLoopAfter(long nanos, Runnable task) {
    throw new IllegalStateException("a log has no command that waits");
  }

  @Override
  protected void resume(byte[] reply) {}

  @Override
  public void accept(MemorySegment bytes, long offset, int length) {}
}
