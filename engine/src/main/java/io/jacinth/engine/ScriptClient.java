package io.jacinth.engine;

import io.jacinth.engine.admission.Admission;

/**
 * The client whose requests are those of a script: it has the rights of the client that has asked
 * for the script, and a database of its own. Owned by whoever runs the script.
 */
final class ScriptClient extends UnconnectedClient {
  private Client principal = this;

  ScriptClient(Worker worker) {
    super(worker);
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
  public void closeAfterReplies() {
    principal.closeAfterReplies();
  }

  @Override
  protected void disconnect() {}
}
