package io.jacinth.engine;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.jacinth.engine.acl.AclLog;
import io.jacinth.engine.acl.Denial;
import io.jacinth.engine.admission.Admission;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.keyspace.UndoLog;
import io.jacinth.engine.spec.CommandFlag;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.RequestParser;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the commands of one script after another, under locks that are held from the script's
 * beginning to its end: those of the keys that it declares, or all. What it changes is one group in
 * the log. Owned by whoever runs the script.
 *
 * <p>A command that needs a lock which is not held ends the script with {@link Undeclared}, to be
 * run anew under all locks; if the script has changed something already, the missing locks are
 * taken then and there ({@link Partitions#beginWidening}).
 */
public final class ScriptCalls {
  /** Ends a script that has reached for a key which it did not declare, and changed nothing yet. */
  public static final class Undeclared extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Undeclared() {
      super(null, null, false, false);
    }
  }

  /** Ends a script that was killed just before it would have written for the first time. */
  public static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Killed() {
      super(null, null, false, false);
    }
  }

  private static final Undeclared UNDECLARED = new Undeclared();
  private static final Killed KILLED = new Killed();

  /**
   * What has become of a script: it may be killed until it has written, or while it can be undone.
   */
  private static final int HARMLESS = 0;

  private static final int WRITING = 1;
  private static final int UNDOABLE = 2;
  private static final int DOOMED = 3;
  private static final int FIRST_BYTES = 4 * 1024;
  private static final int KEPT_BYTES = 1024 * 1024;

  /** Declared keys that are known again where a command names them. */
  public static final int MOST_KNOWN = 4;

  private static final String UNKNOWN = "ERR Unknown Redis command called from script";
  private static final String WRONG_ARITY =
      "ERR Wrong number of args calling Redis command from script";
  private static final String NOT_FROM_SCRIPT = "ERR This Redis command is not allowed from script";
  private static final String READ_ONLY =
      "ERR Write commands are not allowed from read-only scripts.";

  private final Worker worker;
  private final Call call;
  private final LockSet locks;
  private final LockSet declared;
  private final BlockedCalls.Held held;
  private final ScriptClient client;
  private final RequestParser request = new RequestParser();
  private final KeyPositions positions = new KeyPositions();
  private final Slice nameView = new Slice();

  /** The first of the declared keys, without bytes: what need not be worked out again. */
  private final Key[] known = new Key[MOST_KNOWN];

  /** A word of the present command that is one of them, and which; word 0: none is. */
  private int knownWord;

  private int knownKey;
  private MemorySegment memory = MemorySegment.NULL;
  private int used;
  private int words;

  /** Whether the script is part of a transaction, whose locks are all there are. */
  private boolean isNested;

  /** Whether the one lock is the worker's, which keeps it for the next command of the batch. */
  private boolean isKept;

  /** Whether the script goes on on a thread of its own: the worker's lock is another command's. */
  private boolean isAway;

  /** Whether it has all locks and need not be asked what it declares. */
  private boolean isWide;

  private final AtomicInteger fate = new AtomicInteger();
  private boolean isNamedByOneWord;
  private final UndoLog undo;
  private final HeldEffects effects;

  /** Whether what the script changes is to be kept, so that it can be undone. */
  private boolean isUndoable;

  /** How much memory that may take. */
  private long mostUndoBytes;

  /** Whether that has begun. */
  private boolean isKeeping;

  /** What to do now and then while locks are waited for. */
  private Runnable waiting = () -> {};

  /** Where the log was when the script began. */
  private long logPlace;

  private boolean isReadOnly;
  private boolean isShortOfMemory;
  private boolean hasActed;
  private boolean hasWritten;
  private boolean hasStrayed;

  ScriptCalls(Worker worker, Partitions partitions) {
    this.worker = worker;
    this.call = new Call(worker, partitions);
    this.locks = new LockSet(partitions);
    this.declared = new LockSet(partitions);
    this.held = locks::contains;
    this.client = new ScriptClient(worker);
    for (int i = 0; i < MOST_KNOWN; i++) {
      known[i] = new Key();
    }
    this.undo = new UndoLog(partitions, () -> fate.compareAndSet(UNDOABLE, WRITING));
    this.effects = new HeldEffects(partitions, undo::allows);
  }

  /** Has something done now and then while the script waits for locks; it may end the script. */
  public void whileWaiting(Runnable task) {
    waiting = task;
  }

  /** The server that all this belongs to. */
  public Engine engine() {
    return worker.engine();
  }

  // ---------------------------------------------------------------- around a script

  /** Whether memory is short for a script about to begin; makes room if it can. */
  public boolean isShortOfMemory(Call outer) {
    return (worker.engine().unusual() & Admission.MEMORY_TIGHT) != 0
        && !outer.client().isTrusted()
        && !worker.pressure().hasRoom(outer);
  }

  /** Under which locks a script runs. */
  public enum Locks {
    /** Those of the keys that it declares. */
    DECLARED,
    /** All, while it is found out whether it reaches for others. */
    TRIAL,
    /** All. */
    ALL
  }

  /**
   * Takes the locks of a script that a call asks for.
   *
   * @param firstKey where among the words of the call the keys begin that the script declares
   * @param keys how many there are
   */
  public void begin(Call outer, int firstKey, int keys, Locks wanted) {
    hasActed = false;
    hasWritten = false;
    hasStrayed = false;
    fate.lazySet(HARMLESS);
    isNested = outer.isNested();
    isWide = isNested || wanted == Locks.ALL;
    client.actFor(outer.client());
    declared.clear();
    for (int i = 0; i < keys; i++) {
      Key key = outer.key(firstKey + i);
      declared.add(key.partition());
      if (i < MOST_KNOWN) {
        known[i].set(Slice.EMPTY, key);
      }
    }
    isKept = false;
    locks.clear();
    if (isNested || wanted != Locks.DECLARED) {
      locks.addAll();
    } else {
      locks.add(declared);
      isKept = keys == 1 && !isAway;
    }
    if (isKept) {
      worker.hold(outer.key(firstKey).partition());
    } else if (!isNested) {
      releaseKept();
      locks.lock();
    }
    if (!isNested) {
      worker.propagation().beginGroup();
    }
    call.around(locks);
  }

  /**
   * Says what else a script that has begun may do.
   *
   * @param newIsReadOnly whether it may change nothing
   * @param newIsShortOfMemory whether it may not begin to take memory
   */
  public void allow(boolean newIsReadOnly, boolean newIsShortOfMemory) {
    isReadOnly = newIsReadOnly;
    isShortOfMemory = newIsShortOfMemory;
    isUndoable = !isReadOnly && worker.engine().settings().scripting.scriptKillRollback.isOn();
    mostUndoBytes = worker.engine().settings().scripting.scriptKillRollbackBytes.value();
    isKeeping = false;
    logPlace = worker.propagation().place();
  }

  /** Keeps all that the script changes, so that {@link #end} can undo it, whatever it takes. */
  public void allowUndo() {
    isUndoable = !isReadOnly;
    mostUndoBytes = Long.MAX_VALUE;
  }

  /** Gives up the lock that the last command may have left to a script. */
  public void releaseKept() {
    if (!isAway) {
      worker.release();
    }
  }

  /**
   * Gives the locks up, after serving who waits for what the script has changed.
   *
   * @param isStopped whether it has not come to its end; then what it has changed is undone, where
   *     that can be
   */
  public void end(Call outer, boolean isStopped) {
    if (isKeeping) {
      settle(isStopped && !undo.isSpent());
    }
    worker.propagation().mute(false);
    worker.propagation().begin(outer.database().index());
    if (isNested) {
      return;
    }
    try {
      worker.propagation().endGroup();
      worker.serveWaiters(held);
    } finally {
      call.around(null);
      if (!isKept) {
        locks.unlock();
      }
    }
    if (!isKept) {
      worker.serveRest();
    }
  }

  /** Makes a lock that the worker keeps over a batch the script's own. */
  private void ownLocks() {
    if (isKept) {
      worker.leaveHeld();
      isKept = false;
    }
  }

  private void settle(boolean isUndone) {
    isKeeping = false;
    worker.holdEffects(null);
    if (isUndone) {
      undo.rollBack();
      effects.drop();
      worker.propagation().backTo(logPlace);
    } else {
      undo.commit();
      worker.statistics().changes += effects.release();
    }
  }

  /** Why nothing may be written now, null where it may. */
  public @Nullable String logTrouble() {
    if ((worker.engine().unusual() & Admission.DISK_ERROR) != 0) {
      return Admission.UNSAVED;
    }
    return (worker.engine().unusual() & Admission.LOG_TROUBLE) == 0
        ? null
        : worker.engine().appendLog().trouble();
  }

  /**
   * Dooms the script unless it has written and cannot be undone; answers whether it is doomed. From
   * any thread.
   */
  public boolean doom() {
    return fate.compareAndSet(HARMLESS, DOOMED)
        || fate.compareAndSet(UNDOABLE, DOOMED)
        || fate.get() == DOOMED;
  }

  /** Whether somebody has killed the script. */
  public boolean isDoomed() {
    return fate.get() == DOOMED;
  }

  /** Whether the script is part of a transaction. */
  public boolean isNested() {
    return isNested;
  }

  /** When the call that has asked for the script began, by the engine's clock. */
  public long startNanos() {
    return worker.nowNanos();
  }

  /**
   * Lets the script of a call go on, on another thread, while the loop serves others: answers the
   * call as it is from now on, with a request of its own.
   */
  public Call leaveLoop(Call outer) {
    RequestQueue copy = new RequestQueue(worker.engine().partitions());
    copy.add(outer.command(), outer.request());
    copy.rewind();
    RequestParser batch = copy.nextBatch();
    Call own = new Call(worker, worker.engine().partitions());
    own.beginBatch(batch);
    own.begin(outer.command(), outer.client(), batch, outer.database(), outer.reply());
    ownLocks();
    isAway = true;
    worker.lend(true);
    outer.client().awaitScript();
    return own;
  }

  /** Lets a transaction that was on its loop for a while go on elsewhere again. */
  public void leaveLoopAgain() {
    isAway = true;
    worker.lend(true);
  }

  /** Has something done on the loop of a call's client, where a transaction goes on. */
  public void backOnLoop(Call own, Runnable task) {
    own.client()
        .onLoop(
            () -> {
              isAway = false;
              worker.lend(false);
              task.run();
            });
  }

  /** Answers a transaction that has not left its loop. */
  public void answer(byte[] reply) {
    worker.append(reply);
  }

  /** Answers a transaction that has left its loop and is back. */
  public void answerLate(Call own, long startNanos, byte[] reply) {
    worker.endElsewhere(own, worker.engine().clock().nanoTime() - startNanos, reply);
  }

  /** The bytes of an error. */
  public byte[] errorFor(Call own, String text) {
    return worker.render(own.client(), writer -> worker.error(writer, text));
  }

  /** Makes the locks those of the thread on which the script goes on. */
  public void adopt() {
    locks.adopt();
  }

  /**
   * Ends a call that has left the loop, on the loop's thread and soon.
   *
   * @param answer writes the reply
   * @param then what else is to be done there
   */
  public void returnToLoop(Call own, long startNanos, Consumer<Call> answer, Runnable then) {
    long nanos = worker.engine().clock().nanoTime() - startNanos;
    own.client()
        .onLoop(
            () -> {
              isAway = false;
              worker.lend(false);
              byte[] reply =
                  worker.render(
                      own.client(),
                      writer -> {
                        own.reply(writer);
                        answer.accept(own);
                      });
              then.run();
              worker.endElsewhere(own, nanos, reply);
            });
  }

  /** Whether the script has changed something, or told somebody something. */
  public boolean hasActed() {
    return hasActed;
  }

  /** Whether it has run a command that writes. */
  public boolean hasWritten() {
    return hasWritten;
  }

  /** Whether it has reached for a key that it did not declare. */
  public boolean hasStrayed() {
    return hasStrayed;
  }

  /** Answers an error of the script; one of a command of its is counted already. */
  public void fail(Call outer, String text, boolean isCounted) {
    worker.statistics().of(outer.command()).failed();
    if (isCounted) {
      outer.reply().error(text);
    } else {
      worker.error(outer.reply(), text);
    }
  }

  /** Leaves what the script changes from now on out of the log, or no longer. */
  public void mute(boolean isMuted) {
    worker.propagation().mute(isMuted);
  }

  // ---------------------------------------------------------------- one command

  /** Begins the words of a command. */
  public void start() {
    if (memory.byteSize() > KEPT_BYTES) {
      memory = MemorySegment.NULL;
    }
    used = 0;
    words = 0;
    knownWord = 0;
    request.compose();
  }

  /** Says that the word that comes next is one of the first declared keys, counted from 0. */
  public void knownKey(int key) {
    knownWord = words;
    knownKey = key;
  }

  /** Adds a word. */
  public void word(byte[] bytes, int length) {
    if (used + (long) length > memory.byteSize()) {
      grow(length);
    }
    MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, used, length);
    request.composeArgument(used, length);
    used += length;
    words++;
  }

  private void grow(int length) {
    long needed = used + (long) length;
    if (needed > Integer.MAX_VALUE / 2) {
      throw new OutOfMemoryError("a script's command of more than 1 GB");
    }
    MemorySegment grown = Arena.ofAuto().allocate(Math.max(FIRST_BYTES, needed * 2), 8);
    MemorySegment.copy(memory, 0, grown, 0, used);
    memory = grown;
  }

  /** The command that the words name, with its subcommand; null: there is none. */
  public @Nullable RegisteredCommand find() {
    request.composed(memory);
    RegisteredCommand command =
        worker.engine().commands().table().find(request.argument(0, nameView));
    CommandTable children = command == null ? null : command.subcommands();
    isNamedByOneWord = children == null;
    return children == null || request.count() < 2
        ? command
        : children.find(request.argument(1, nameView));
  }

  /** Whether the command that was found has no subcommands: its first word alone names it. */
  public boolean isNamedByOneWord() {
    return isNamedByOneWord;
  }

  /** Says which command the words name, instead of {@link #find}. */
  public @Nullable RegisteredCommand found(@Nullable RegisteredCommand command) {
    request.composed(memory);
    return command;
  }

  /**
   * Runs the command of the words; answers why it may not run, null where it was run.
   *
   * @param command as {@link #find} gave it
   */
  public @Nullable String run(@Nullable RegisteredCommand command, Reply reply) {
    if (command == null) {
      worker.countRefused(null, UNKNOWN);
      return UNKNOWN;
    }
    call.beginBatch(request);
    call.begin(command, client, request, worker.database(client.database()), reply);
    if (knownWord > 0) {
      call.knownKey(knownWord, known[knownKey]);
    }
    String refusal = refusal(command);
    if (refusal != null) {
      worker.countRefused(command, refusal);
      return refusal;
    }
    ensureLocks(command);
    if (command.spec().has(CommandFlag.WRITE)) {
      write();
    } else if (command.spec().has(CommandFlag.MAY_REPLICATE)) {
      keep();
      hasActed = true;
    }
    worker.runScripted(call);
    return null;
  }

  private void write() {
    if (hasWritten) {
      if (isUndoable && fate.get() == DOOMED) {
        throw KILLED;
      }
      return;
    }
    if (!fate.compareAndSet(HARMLESS, isUndoable ? UNDOABLE : WRITING)) {
      throw KILLED;
    }
    keep();
    hasWritten = true;
    hasActed = true;
  }

  /** Keeps what changes from now on, if it may have to be undone. */
  private void keep() {
    if (isUndoable && !isKeeping) {
      isKeeping = true;
      undo.begin(mostUndoBytes);
      worker.holdEffects(effects);
      locks.forEach(undo::cover);
    }
  }

  /** Whether the script's user may run the command of the words. */
  public boolean isAllowed(RegisteredCommand command) {
    call.beginBatch(request);
    call.begin(command, client, request, worker.database(client.database()), call.reply());
    return worker.engine().acl().allows(call, command, request);
  }

  private @Nullable String refusal(RegisteredCommand command) {
    if (!command.accepts(request.count())) {
      return WRONG_ARITY;
    }
    if (command.spec().has(CommandFlag.NOSCRIPT)) {
      return NOT_FROM_SCRIPT;
    }
    if ((client.unusual() & Admission.RESTRICTED) != 0) {
      Denial denial = worker.engine().acl().denial(call, AclLog.Context.LUA);
      if (denial != null) {
        return denial.toScript();
      }
    }
    if (command.spec().has(CommandFlag.WRITE)) {
      return refusalToWrite(command);
    }
    return isReadOnly && command.spec().has(CommandFlag.MAY_REPLICATE) ? READ_ONLY : null;
  }

  /** A script that has written already is not stopped half-way. */
  private @Nullable String refusalToWrite(RegisteredCommand command) {
    if (isReadOnly) {
      return READ_ONLY;
    }
    if (hasWritten || client.principal().isTrusted()) {
      return null;
    }
    String trouble = logTrouble();
    if (trouble != null) {
      return trouble;
    }
    return isShortOfMemory && command.spec().has(CommandFlag.DENYOOM)
        ? ErrorReply.OUT_OF_MEMORY.text()
        : null;
  }

  // ---------------------------------------------------------------- locks

  private void ensureLocks(RegisteredCommand command) {
    if (isWide) {
      return;
    }
    if (command.reachesAll()) {
      stray();
    } else if (command.firstKey != 0) {
      int last = command.lastKey < 0 ? request.count() + command.lastKey : command.lastKey;
      for (int i = command.firstKey; i <= last; i += command.keyStep) {
        ensureLock(i);
      }
    } else if (command.searchesKeys) {
      positions.find(command, request);
      for (int i = 0; i < positions.count(); i++) {
        ensureLock(positions.position(i));
      }
    }
  }

  private void ensureLock(int key) {
    if (!declared.contains(call.key(key).partition())) {
      stray();
    }
  }

  private void stray() {
    hasStrayed = true;
    if (locks.containsAll()) {
      isWide = true;
    } else if (hasActed) {
      widen();
    } else {
      throw UNDECLARED;
    }
  }

  private void widen() {
    ownLocks();
    Partitions all = worker.engine().partitions();
    if (!all.beginWidening()) {
      giveUp();
    }
    try {
      locks.widen(waiting);
    } finally {
      all.endWidening();
    }
    isWide = true;
    if (isKeeping) {
      locks.forEach(undo::cover);
    }
  }

  /** Another script needs every lock as well, at the same time: one of the two must go back. */
  private void giveUp() {
    if (isKeeping && !undo.isSpent()) {
      throw UNDECLARED;
    }
    throw new CommandException(
        "ERR a script has written and then reached for a key that it did not declare, while another"
            + " did so");
  }
}
