package io.jacinth.engine;

import io.jacinth.engine.acl.User;
import io.jacinth.engine.admission.Admission;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.pubsub.Subscriptions;
import io.jacinth.engine.tracking.Tracker;
import io.jacinth.protocol.ReplyBuffer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A client's state. Owned by the event loop of its connection, which alone writes it; other threads
 * (CLIENT LIST) read the plain fields as they find them.
 */
public abstract class Client implements ReplyBuffer.Sink {
  /** What CLIENT REPLY has set. */
  public enum ReplyMode {
    ON,
    OFF,
    /** No reply to the next command, then on again. */
    SKIP_NEXT,
    /** No reply to this command. */
    SKIPPING
  }

  /** What the debugger does with the client's next script (SCRIPT DEBUG). */
  public enum Debugging {
    OFF,
    /** What it changes is undone. */
    UNDONE,
    /** What it changes stays. */
    KEPT
  }

  private static final byte[] NOTHING = {};

  /** A short name with the objects that lead to it and from it. */
  private static final int NAME_BYTES = 128;

  /** When something is tried again that a busy script stands in the way of. */
  static final long BUSY_RETRY_NANOS = 10_000_000;

  private final long id;
  private final long createdMillis;
  private long lastActiveMillis;
  private int database;
  private boolean isResp3;
  private boolean isAuthenticated;
  private int unusual;
  private volatile boolean isClosing;
  private volatile boolean isKilled;
  private boolean isPostponed;
  private volatile boolean isAwaitingScript;
  private boolean isSparedEviction;
  private ReplyMode replyMode = ReplyMode.ON;
  private String name = "";
  private String libraryName = "";
  private String libraryVersion = "";
  private volatile User account = User.UNRESTRICTED;
  private @Nullable RegisteredCommand lastCommand;
  private long commands;
  private long bytesIn;
  private long bytesOut;
  private long overSoftLimitSince;
  private long lastTicket;
  private final Subscriptions subscriptions = new Subscriptions(this);
  private volatile @Nullable Tracker tracker;
  private boolean isListening;
  private volatile @Nullable BlockedCall blockedCall;
  private Debugging debugging = Debugging.OFF;
  private volatile @Nullable Conversation conversation;
  private @Nullable Transaction transaction;

  protected Client(long id, long createdMillis) {
    this.id = id;
    this.createdMillis = createdMillis;
    this.lastActiveMillis = createdMillis;
  }

  /** The remote address as {@code ip:port}, or the socket's path with {@code :0}. */
  public abstract String address();

  /** The local address in the same form. */
  public abstract String localAddress();

  /** The connection's file descriptor, or -1 where the transport does not tell. */
  public abstract int fileDescriptor();

  public abstract boolean isUnixSocket();

  /** Whether the client is on the same machine. */
  public boolean isLocal() {
    return isUnixSocket() || address().startsWith("127.") || address().startsWith("[::1]");
  }

  /** Whether it may do anything at any time: what it asks for was admitted before. */
  public boolean isTrusted() {
    return false;
  }

  /** The client on whose behalf this one acts: itself, but for a script's. */
  public Client principal() {
    return this;
  }

  /** Bytes of requests that have arrived and are not yet complete. */
  public abstract long queryBufferBytes();

  /** Bytes of memory held for requests that are not yet complete. */
  public abstract long queryBufferCapacity();

  /** Bytes of replies that the client has not yet taken. */
  public abstract long outputBytes();

  /** Number of blocks that hold those replies. */
  public abstract int outputBlocks();

  /**
   * Closes the connection as soon as the replies written so far are sent. May be called anywhere.
   */
  public abstract void closeAfterReplies();

  /**
   * Closes the connection once the replies written so far are sent, where a test says so, which is
   * made on the connection's loop. May be called anywhere.
   */
  public void closeIf(BooleanSupplier test) {
    onLoop(
        () -> {
          if (test.getAsBoolean()) {
            closeAfterReplies();
          }
        });
  }

  // ---------------------------------------------------------------- messages out of band

  /** The mailbox of the connection's loop. */
  public abstract Mailbox mailbox();

  /** Whether messages out of band may be on their way to the client. */
  boolean isListening() {
    return isListening;
  }

  /** Says that messages out of band may come from now on. */
  public void listen() {
    isListening = true;
  }

  /** Whether its loop keeps nothing for it, so that another could serve it. */
  protected boolean isMovable() {
    Transaction begun = transaction;
    return !isListening
        && !isStopped()
        && !isMonitor()
        && (begun == null || (!begun.isOpen() && begun.watched() == 0));
  }

  /** Notes the ticket of a change that the client has made. On its loop's thread. */
  void hasWritten(long ticket) {
    lastTicket = Math.max(lastTicket, ticket);
  }

  /** The ticket of the last change that the client has made. On its loop's thread. */
  public long lastTicket() {
    return lastTicket;
  }

  /** The channels and patterns that the client hears. */
  public Subscriptions subscriptions() {
    return subscriptions;
  }

  /** Whether it hears any, which in RESP2 leaves it few commands. */
  public void subscribed(boolean isOn) {
    unusual(Admission.SUBSCRIBED, isOn);
    isListening |= isOn;
  }

  /** What the client has the server track for its cache; null: it never asked for it. */
  public @Nullable Tracker tracker() {
    return tracker;
  }

  /** The same, made where there is none. On its loop's thread. */
  public Tracker trackerToUse() {
    Tracker ours = tracker;
    if (ours == null) {
      ours = new Tracker(this);
      tracker = ours;
    }
    return ours;
  }

  /** Whether the server tracks keys for the client. */
  public void tracked(boolean isOn) {
    unusual(Admission.TRACKING, isOn);
    isListening |= isOn;
  }

  /** The connection has ended. On its loop's thread, without locks. */
  protected void ended() {
    abandonWait();
    Conversation begun = conversation;
    if (begun != null) {
      begun.ended();
    }
    subscriptions.clear();
  }

  /**
   * Sends a message that answers no request, behind those sent before it and between two replies,
   * whatever CLIENT REPLY says. Called anywhere.
   */
  public final void push(Push message) {
    isListening = true;
    mailbox().post(message, this);
  }

  /**
   * Sends a message about what this client itself has done. Where it is not this thread that runs
   * its requests, but somebody has just ended its wait, the message comes behind the reply.
   */
  public final void pushOwn(Push message) {
    BlockedCall served = blockedCall;
    if (served != null) {
      served.behindReply().add(message);
    } else {
      push(message);
    }
  }

  /**
   * Adds bytes to what waits for the client, between two replies; true where nothing was so added
   * since {@link #flushWritten} was last called. On the loop's thread. The same array may be given
   * to many clients and shared by them.
   */
  protected abstract boolean write(byte[] bytes);

  /** Sends what {@link #write} has added, and closes a client whose output is beyond its limit. */
  protected abstract void flushWritten();

  /** Reads no more requests while there is congestion. On the loop's thread. */
  public void rest(Congestion congestion) {}

  /** Closes the connection at once, whatever has not been sent. Called anywhere. */
  public void kill() {
    isKilled = true;
    closing();
    onLoop(this::disconnect);
  }

  /** Whether the connection is being closed whatever has not been sent. */
  public boolean isKilled() {
    return isKilled;
  }

  /** Closes the connection; on its loop. */
  protected abstract void disconnect();

  /** As what the client counts for CLIENT LIST TYPE and for limits. */
  public ClientType type() {
    return subscriptions.isEmpty() ? ClientType.NORMAL : ClientType.PUBSUB;
  }

  // ---------------------------------------------------------------- waiting

  /** Runs something on the connection's loop, soon. Called anywhere. */
  protected abstract void onLoop(Runnable task);

  /** Runs something on the connection's loop after a time; answers how to call it off. */
  protected abstract Runnable onLoopAfter(long nanos, Runnable task);

  /** Sends a reply and goes on with the requests that have waited. On the loop's thread. */
  protected abstract void resume(byte[] reply);

  /** The call that keeps the client waiting, or null. Read anywhere. */
  public @Nullable BlockedCall blockedCall() {
    return blockedCall;
  }

  public boolean isBlocked() {
    return blockedCall != null || isPostponed || isAwaitingScript;
  }

  /** Whether the client's next request waits for the end of a pause. */
  boolean isPostponed() {
    return isPostponed;
  }

  /** Leaves the request just begun, and those behind it, for later (CLIENT PAUSE). */
  void postpone() {
    isPostponed = true;
    if (replyMode == ReplyMode.SKIPPING) {
      replyMode = ReplyMode.SKIP_NEXT;
    }
  }

  /** Leaves further requests until the client's script, which runs elsewhere, has ended. */
  void awaitScript() {
    isAwaitingScript = true;
  }

  /** The script has ended with this reply. On the loop's thread. */
  void endScript(byte[] reply) {
    isAwaitingScript = false;
    resume(reply);
  }

  /** Goes on with a postponed request. On the loop's thread. */
  void endPostponement() {
    isPostponed = false;
    resume(NOTHING);
  }

  /** Whether no further request is to be run now. */
  public boolean isStopped() {
    return isClosing || blockedCall != null || isPostponed || isAwaitingScript;
  }

  /** Begins to wait. On the loop's thread, with the locks of the call's keys. */
  void beginWait(BlockedCall call, Worker worker, long timeoutNanos) {
    call.register();
    blockedCall = call;
    if (timeoutNanos > 0) {
      long end = worker.engine().clock().nanoTime() + timeoutNanos;
      call.timer = onLoopAfter(timeoutNanos, () -> checkTime(call, worker, end));
    }
  }

  /** The loop's timers and the engine's clock need not agree. */
  private void checkTime(BlockedCall call, Worker worker, long end) {
    long left = end - worker.engine().clock().nanoTime();
    if (left <= 0) {
      worker.timeOut(call);
    } else if (call.isWaiting()) {
      long pause = Math.clamp(left, 100_000, 10_000_000);
      call.timer = onLoopAfter(pause, () -> checkTime(call, worker, end));
    }
  }

  /**
   * Ends a wait that the caller has claimed. Called anywhere, perhaps with locks held.
   *
   * @param ticket of what the call has changed; 0: nothing
   */
  void endWait(BlockedCall call, long ticket, byte[] reply) {
    onLoop(
        () -> {
          hasWritten(ticket);
          forgetWait(call);
          call.behindReply().forEach(this::push);
          resume(reply);
        });
  }

  /** Ends the wait, if any, of a client that has gone. On the loop's thread, without locks. */
  private void abandonWait() {
    BlockedCall call = blockedCall;
    if (call != null) {
      if (call.claim()) {
        call.settle(true);
      }
      forgetWait(call);
    }
  }

  private void forgetWait(BlockedCall call) {
    Runnable timer = call.timer;
    if (timer != null) {
      timer.run();
    }
    if (blockedCall == call) {
      blockedCall = null;
    }
    unregister(call);
  }

  /** While a script keeps its partitions for long, that has to be tried again. */
  private void unregister(BlockedCall call) {
    try {
      call.unregister();
    } catch (CommandException busy) {
      Runnable unused = onLoopAfter(BUSY_RETRY_NANOS, () -> unregister(call));
    }
  }

  // ---------------------------------------------------------------- debugging

  public Debugging debugging() {
    return debugging;
  }

  public void debugging(Debugging newDebugging) {
    debugging = newDebugging;
  }

  /** Who takes what the client sends while its script is debugged; null: nobody. */
  public @Nullable Conversation conversation() {
    return conversation;
  }

  public void conversation(@Nullable Conversation newConversation) {
    conversation = newConversation;
  }

  /** Sends bytes of a conversation, behind those sent before. Called anywhere. */
  public void say(byte[] bytes) {
    onLoop(
        () -> {
          boolean unused = write(bytes);
          flushWritten();
        });
  }

  /** What the client has watched and queued; null where it never did. */
  public @Nullable Transaction transaction() {
    return transaction;
  }

  Transaction transactionOrNew() {
    Transaction known = transaction;
    if (known == null) {
      known = new Transaction();
      transaction = known;
    }
    return known;
  }

  /** Back to how a new connection is, but for the connection itself (RESET). */
  public void reset(boolean needsPassword) {
    database = 0;
    isResp3 = false;
    replyMode = ReplyMode.ON;
    isSparedEviction = false;
    subscriptions.clear();
    untouching(false);
    name = "";
    authenticated(!needsPassword);
  }

  public long id() {
    return id;
  }

  public long createdMillis() {
    return createdMillis;
  }

  public long lastActiveMillis() {
    return lastActiveMillis;
  }

  /** Number of the selected database. */
  public int database() {
    return database;
  }

  public void database(int index) {
    database = index;
  }

  public boolean isResp3() {
    return isResp3;
  }

  public void resp3(boolean newIsResp3) {
    isResp3 = newIsResp3;
  }

  public boolean isAuthenticated() {
    return isAuthenticated;
  }

  public void authenticated(boolean newIsAuthenticated) {
    isAuthenticated = newIsAuthenticated;
    unusual(Admission.UNAUTHENTICATED, !newIsAuthenticated);
  }

  /** The bits of {@link Admission} that are on for this client. */
  int unusual() {
    return unusual | account.unusual();
  }

  void unusual(int bit, boolean isOn) {
    unusual = isOn ? unusual | bit : unusual & ~bit;
  }

  /** Whether the client sees every command (MONITOR). */
  public boolean isMonitor() {
    return (unusual & Admission.MONITORING) != 0;
  }

  /** Called by {@link io.jacinth.engine.observe.Monitors}, on the client's loop. */
  public void monitor(boolean newIsMonitor) {
    unusual(Admission.MONITORING, newIsMonitor);
  }

  public ReplyMode replyMode() {
    return replyMode;
  }

  public void replyMode(ReplyMode mode) {
    replyMode = mode;
  }

  /** The name of CLIENT SETNAME; empty: none. */
  public String name() {
    return name;
  }

  public void name(String newName) {
    name = newName;
  }

  public String libraryName() {
    return libraryName;
  }

  public void libraryName(String newName) {
    libraryName = newName;
  }

  public String libraryVersion() {
    return libraryVersion;
  }

  public void libraryVersion(String newVersion) {
    libraryVersion = newVersion;
  }

  /** The name of the client's user. */
  public String user() {
    return account.name();
  }

  /** The client's user. */
  public User account() {
    return account;
  }

  /** Makes the client another user. On its loop's thread. */
  public void login(User newUser) {
    account = newUser;
  }

  public @Nullable RegisteredCommand lastCommand() {
    return lastCommand;
  }

  void asked(RegisteredCommand command, long nowMillis) {
    commands++;
    lastCommand = command;
    lastActiveMillis = nowMillis;
  }

  /** The command that was asked for does not run. */
  void refused() {
    commands--;
  }

  /** Whether the connection is about to be closed: nothing more is to be read from it. */
  public boolean isClosing() {
    return isClosing;
  }

  /** Whether the client has received its last reply: all that is left is to close its socket. */
  public boolean isGone() {
    return isKilled || (isClosing && outputBytes() == 0);
  }

  protected void closing() {
    isClosing = true;
  }

  /**
   * Notes whether the waiting replies exceed the soft limit; true once they have done so for longer
   * than it allows.
   */
  public boolean overSoftLimit(boolean isOver, long nowMillis, long allowedMillis) {
    if (!isOver) {
      overSoftLimitSince = 0;
      return false;
    }
    if (overSoftLimitSince == 0) {
      overSoftLimitSince = nowMillis;
    }
    return nowMillis - overSoftLimitSince > allowedMillis;
  }

  /** Whether the client is left alone when clients are closed to save memory (CLIENT NO-EVICT). */
  public boolean isSparedEviction() {
    return isSparedEviction;
  }

  public void sparedEviction(boolean isSpared) {
    isSparedEviction = isSpared;
  }

  /** Whether the client's uses of keys leave no trace (CLIENT NO-TOUCH). */
  public boolean isUntouching() {
    return (unusual & Admission.NO_TOUCH) != 0;
  }

  public void untouching(boolean isUntouching) {
    unusual(Admission.NO_TOUCH, isUntouching);
  }

  /** How many commands the client has run; one that keeps it waiting is not among them yet. */
  public long commands() {
    return blockedCall == null ? commands : commands - 1;
  }

  /** Bytes of memory that the client takes: the connection's buffers and what it has kept. */
  public long memoryBytes() {
    return queryBufferCapacity() + outputBytes() + keptBytes();
  }

  /** About as much as is kept for the client: requests queued, keys watched, names heard of. */
  public long keptBytes() {
    Transaction begun = transaction;
    Tracker cache = tracker;
    long names = (long) subscriptions.count() + (cache == null ? 0 : cache.prefixCount());
    return begun == null
        ? names * NAME_BYTES
        : begun.queuedBytes() + (names + begun.watched()) * NAME_BYTES;
  }

  public long bytesIn() {
    return bytesIn;
  }

  public long bytesOut() {
    return bytesOut;
  }

  protected void received(int bytes) {
    bytesIn += bytes;
  }

  protected void sent(int bytes) {
    bytesOut += bytes;
  }
}
