package io.jacinth.engine;

import java.lang.foreign.MemorySegment;

/**
 * A client without a connection: its requests come from within the server, and nobody reads what is
 * written to it. Owned by the thread that makes the requests.
 */
abstract class UnconnectedClient extends Client {
  private final Worker worker;

  /**
   * @param worker what runs the requests
   */
  UnconnectedClient(Worker worker) {
    super(0, 0);
    this.worker = worker;
    authenticated(true);
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
    throw new IllegalStateException("commands without a connection do not wait");
  }

  @Override
  protected void resume(byte[] reply) {}

  @Override
  public void accept(MemorySegment bytes, long offset, int length) {}
}
