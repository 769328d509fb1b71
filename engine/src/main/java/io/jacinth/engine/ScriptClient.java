package io.jacinth.engine;

import io.jacinth.engine.admission.Admission;
import java.lang.foreign.MemorySegment;

/**
 * The client whose requests are those of a script: it has the rights of the client that has asked
 * for the script, and a database of its own. Owned by whoever runs the script.
 */
final class ScriptClient extends Client {
  private final Worker worker;
  private Client principal = this;

  ScriptClient(Worker worker) {
    super(0, 0);
    this.worker = worker;
    authenticated(true);
  }

  /** Makes it that of another script. */
  void actFor(Client caller) {
    principal = caller;
    login(caller.account());
    database(caller.database());
    untouching(caller.isUntouching());
    unusual(Admission.TRACKING, (caller.unusual() & Admission.TRACKING) != 0);
  }

  @Override
  public Client principal() {
    return principal;
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
    principal.closeAfterReplies();
  }

  @Override
  protected void disconnect() {}

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
    throw new IllegalStateException("a script's commands do not wait");
  }

  @Override
  protected void resume(byte[] reply) {}

  @Override
  public void accept(MemorySegment bytes, long offset, int length) {}
}
