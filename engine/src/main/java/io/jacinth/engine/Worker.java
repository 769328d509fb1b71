package io.jacinth.engine;

import io.jacinth.engine.acl.AccessCheck;
import io.jacinth.engine.admission.Admission;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.eviction.Evictor;
import io.jacinth.engine.info.ActiveTime;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Effects;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.keyspace.Moment;
import io.jacinth.engine.keyspace.MoveCount;
import io.jacinth.engine.keyspace.Partition;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.keyspace.Prefetch;
import io.jacinth.engine.keyspace.Surroundings;
import io.jacinth.engine.keyspace.Usage;
import io.jacinth.engine.observe.HotKeySampler;
import io.jacinth.engine.observe.LatencyMonitor;
import io.jacinth.engine.observe.Observation;
import io.jacinth.engine.observe.StallWatch;
import io.jacinth.engine.propagation.Propagation;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.ReplyBuffer;
import io.jacinth.protocol.RequestParser;
import io.jacinth.protocol.Resp2Writer;
import io.jacinth.protocol.Resp3Writer;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands on the thread of one event loop: finds the command, asks the admission rules, takes
 * the locks, runs the body, counts. Owned by that thread; nothing in it is shared but the counters,
 * which others read.
 *
 * <p>A batch of a client's requests is run between {@link #begin} and {@link #end}; the replies
 * gather in one buffer and leave together.
 */
public final class Worker {
  private static final long RESYNC_NANOS = 100_000_000;
  private static final long HTTP_WARNING_PERIOD_NANOS = 60_000_000_000L;

  private final Engine engine;
  private final Clock clock;
  private final CommandTable table;
  private final Partitions partitions;
  private final Database[] databases;
  private final Usage usage;
  private final Moment moment;
  private final Statistics statistics;
  private final Observation observation;
  private final StallWatch stalls;
  private final HotKeySampler sampler;
  private final Call call;
  private final LockSet locks;
  private final KeyPositions positions = new KeyPositions();
  private final AccessCheck accessCheck = new AccessCheck();
  private final Slice nameView = new Slice();
  private final @Nullable RegisteredCommand[] found =
      new RegisteredCommand[RequestParser.MAX_BATCH];
  private final Prefetch prefetch = new Prefetch();
  private final ReplyBuffer out;
  private final Resp2Writer resp2;
  private final Resp3Writer resp3;
  private final Resp2Writer silence;
  private final EffectLog effects = new EffectLog();
  private final BlockedCalls blocked;
  private final Transactions transactions;
  private final Propagation propagation;
  private final ActiveExpiry expiry;
  private final Reclamation reclamation;
  private final Defragmenter defragmenter;
  private final ActiveTime defragmentation = new ActiveTime();
  private final Mailbox mailbox;
  private final MemoryPressure pressure;
  private final KeyNews news;
  private final TrackedReads reads;
  private @Nullable ScriptRunner scripts;

  /** Where what a script changes is held that may be undone; null: it is told at once. */
  private @Nullable HeldEffects heldEffects;

  /** The one partition that is locked, from one command of a batch to the next. */
  private @Nullable Partition held;

  /** Whether a request of the batch may be worth remembering for its size. */
  private boolean hasLargeRequests;

  /** The client whose commands change keys; null between batches. */
  private @Nullable Client current;

  /** Whether a script that runs on another thread uses the databases: time stands still for it. */
  private boolean isLent;

  private long nowNanos;
  private long begunNanos;

  /** The last change that was written down before the batch. */
  private long begunTicket;

  /** When the queued command that runs began. */
  private long queuedNanos;

  private long lastHttpWarningNanos;
  private long wallAnchorMicros;
  private long nanosAnchor;

  Worker(Engine engine, ScheduledExecutorService loop) {
    this.engine = engine;
    this.clock = engine.clock();
    this.mailbox = new Mailbox(loop, clock, engine.congestion());
    this.news = new KeyNews(engine);
    this.reads = new TrackedReads(engine.tracking());
    this.table = engine.commands().table();
    this.partitions = engine.partitions();
    this.statistics = new Statistics(engine.commands().all().size());
    this.observation = engine.observation();
    this.stalls = new StallWatch(engine.settings());
    this.sampler = new HotKeySampler(new SplittableRandom(engine.random().nextLong()));
    this.usage = new Usage(engine.random());
    this.moment = new Moment(usage);
    Surroundings surroundings =
        new Surroundings(
            moment, new SplittableRandom(engine.random().nextLong()), engine.settings().encodings);
    this.databases = new Database[partitions.databases()];
    for (int i = 0; i < databases.length; i++) {
      databases[i] = new Database(i, partitions, surroundings, effects);
    }
    this.call = new Call(this, partitions);
    this.locks = new LockSet(partitions);
    Arena arena = Arena.ofAuto();
    ReplyBuffer.Sink nowhere = (bytes, offset, length) -> {};
    this.out = new ReplyBuffer(arena, nowhere);
    this.resp2 = new Resp2Writer(out);
    this.resp3 = new Resp3Writer(out);
    this.silence = new Resp2Writer(new ReplyBuffer(arena, nowhere));
    this.blocked = new BlockedCalls(this, partitions);
    this.propagation = new Propagation(engine.propagation());
    this.transactions = new Transactions(this, partitions);
    this.expiry = new ActiveExpiry(this, partitions);
    this.reclamation = new Reclamation(clock, partitions, statistics);
    this.defragmenter = new Defragmenter(this, partitions, engine.settings().memory);
    this.pressure = new MemoryPressure(this, engine.memoryLimit(), newEvictor(), loop);
    anchor(clock.nanoTime());
    this.lastHttpWarningNanos = nanosAnchor - HTTP_WARNING_PERIOD_NANOS - 1;
  }

  private Evictor newEvictor() {
    SplittableRandom random = new SplittableRandom(engine.random().nextLong());
    return new Evictor(engine.memoryLimit(), partitions, databases, statistics, clock, random);
  }

  // ---------------------------------------------------------------- batches

  /** Begins a batch of a client's requests. */
  public void begin(Client client) {
    current = client;
    out.sink(client);
    long now = clock.nanoTime();
    if (now - nanosAnchor > RESYNC_NANOS) {
      anchor(now);
    }
    moveTo(now);
    deliverMail(client);
    begunNanos = nowNanos;
    begunTicket = propagation.lastTicket();
  }

  /** Ends a batch: hands the replies to the client. */
  public void end() {
    if (engine.congestion().isOn() && engine.keyNews() != 0 && current != null) {
      current.rest(engine.congestion());
    }
    if (propagation.lastTicket() != begunTicket && current != null) {
      current.hasWritten(propagation.lastTicket());
    }
    current = null;
    out.flush();
    stalls.busy("requests", nowNanos - begunNanos);
    propagation.batchEnd();
  }

  /** Runs a batch of requests of a log that is read again, as the only one who runs anything. */
  public void replay(ReplayClient client, RequestParser batch) {
    moment.replaying(true);
    begin(client);
    execute(client, batch);
    end();
  }

  private void anchor(long now) {
    nanosAnchor = now;
    wallAnchorMicros = clock.wallClockMicros();
  }

  private void moveTo(long now) {
    nowNanos = now;
    tell(now);
  }

  private void tell(long now) {
    if (!isLent) {
      moment.set((wallAnchorMicros + (now - nanosAnchor) / 1000) / 1000);
    }
  }

  /** Lets those who are served behind a command see what time it is by then. */
  void refreshTime() {
    tell(clock.nanoTime());
  }

  /**
   * What the loop does now and then besides serving clients.
   *
   * @param share which of the workers this is, from 0
   * @param budgetNanos how long it may take
   */
  public void cron(int share, int workers, long budgetNanos) {
    stalls.choresAt(clock.nanoTime());
    if (engine.pausesCron()) {
      return;
    }
    besides("cleaning up", () -> cleanUp(share, workers, budgetNanos));
  }

  private void cleanUp(int share, int workers, long budgetNanos) {
    long now = nowNanos;
    long end = now + budgetNanos;
    if (share == 0) {
      engine.gauges().sample(now);
      engine.hotKeys().endIfOver();
      engine.pause().endIfOver();
      engine.clientEviction().review();
      engine.snapshots().cron();
      engine.appendLog().cron();
      partitions.cool();
    }
    if ((engine.unusual() & Admission.BUSY) != 0) {
      return;
    }
    if (engine.expiresActively() && !engine.pause().isOn()) {
      expiry.round(share, workers, now, budgetNanos);
      long took = clock.nanoTime() - now;
      statistics.expiryNanos += took;
      observation.latency().sampleNanos(LatencyMonitor.EXPIRE_CYCLE, took);
    }
    reclamation.round(share, workers, end);
    long beforeDefragmentation = clock.nanoTime();
    defragmenter.round(share, workers, budgetNanos);
    observation
        .latency()
        .sampleNanos(LatencyMonitor.ACTIVE_DEFRAG_CYCLE, clock.nanoTime() - beforeDefragmentation);
    defragmentation.at(beforeDefragmentation, defragmentationPercent() > 0);
    pressure.round(share == 0);
    reads.trim(share, workers, partitions);
  }

  /** Does something between batches, at the time of now; no lock is held. */
  void besides(String doing, Runnable task) {
    long now = clock.nanoTime();
    anchor(now);
    moveTo(now);
    try {
      task.run();
      if (!isLent && blocked.hasRest()) {
        blocked.serveRest();
      }
      news.endCommand();
    } catch (CommandException busy) {
      // A script keeps partitions for long: there will be another round.
      news.endCommand();
    } catch (RuntimeException | Error e) {
      engine.host().fault(doing, e);
    }
    stalls.busy(doing, clock.nanoTime() - now);
  }

  /**
   * Runs the requests of a batch in their order and writes their replies; answers how many it ran.
   * One that must wait for the end of a pause is left, and so are those behind one that blocks the
   * client.
   */
  public int execute(Client client, RequestParser batch) {
    int requests = batch.requests();
    call.beginBatch(batch);
    hasLargeRequests = batch.batchBytes() >= observation.leastRequestBytes();
    for (int i = 0; i < requests; i++) {
      found[i] = table.find(batch.select(i).argument(0, nameView));
      prefetch(found[i], batch);
    }
    prefetch.run(client.database());
    int done = 0;
    try {
      while (done < requests && !client.isStopped()) {
        execute(client, batch.select(done), found[done]);
        done++;
      }
    } finally {
      release();
      usage.hold(false);
    }
    return client.isPostponed() ? done - 1 : done;
  }

  private void prefetch(@Nullable RegisteredCommand command, RequestParser request) {
    int words = request.count();
    if (command != null && command.firstKey != 0 && command.accepts(words)) {
      int last = command.lastKey < 0 ? words + command.lastKey : command.lastKey;
      for (int i = command.firstKey; i <= last && prefetch.hasRoom(); i += command.keyStep) {
        Slice member = prefetch.add(call.key(i));
        if (command.memberAt > 0 && command.memberAt < words) {
          request.argument(command.memberAt, member);
        }
      }
    }
  }

  // ---------------------------------------------------------------- one request

  private void execute(Client client, RequestParser request, @Nullable RegisteredCommand named) {
    Reply reply = replyFor(client);
    RegisteredCommand command = named;
    if (command == null) {
      refuseUnknown(client, request, reply);
      return;
    }
    CommandTable children = command.subcommands();
    if (children != null && request.count() > 1) {
      RegisteredCommand child = children.find(request.argument(1, nameView));
      if (child == null) {
        refuse(client, null, reply, Refusals.unknownSubcommand(request));
        return;
      }
      command = child;
    }
    if (!command.accepts(request.count())) {
      refuse(client, command, reply, Refusals.wrongArity(command));
      return;
    }
    client.asked(command, moment.millis());
    call.begin(command, client, request, databases[client.database()], reply);
    int unusual = client.unusual() | engine.unusual() | command.unusual();
    if (unusual != 0) {
      String refusal = Admission.refusal(unusual, call);
      if (refusal != null) {
        client.refused();
        refuse(client, command, reply, refusal);
        return;
      }
      if ((unusual & Admission.PAUSED) != 0 && engine.pause().postpones(call)) {
        client.refused();
        return;
      }
      if ((unusual & Admission.MEMORY_TIGHT) != 0) {
        deliverMail(client);
      }
      usage.hold((unusual & Admission.NO_TOUCH) != 0 && !command.name().equals("touch"));
      if ((unusual & Admission.IN_TRANSACTION) != 0 && !command.isImmediate()) {
        transactions.queue(call);
        if (hasLargeRequests) {
          observation.noticeRequest(call);
        }
        reply.status("QUEUED");
        return;
      }
    }
    run();
    news.endCommand();
    if ((unusual & Admission.TRACKING) != 0) {
      reads.endCommand(client, command);
    }
    deliverMail(client);
  }

  private void deliverMail(Client client) {
    if (!mailbox.isEmpty() && client.isListening()) {
      mailbox.deliver(client, out);
    }
  }

  private Reply replyFor(Client client) {
    if (client.replyMode() == Client.ReplyMode.SKIP_NEXT) {
      client.replyMode(Client.ReplyMode.SKIPPING);
    } else if (client.replyMode() == Client.ReplyMode.SKIPPING) {
      client.replyMode(Client.ReplyMode.ON);
    }
    return writerFor(client);
  }

  private void run() {
    long written = out.writtenBytes();
    attempt(call, false);
    if (!isLent && blocked.hasRest()) {
      release();
      blocked.serveRest();
    }
    long end = clock.nanoTime();
    count(call, end - nowNanos, written);
    moveTo(end);
  }

  /** Begins to run queued commands; one ends when the next one begins. */
  void beginQueue() {
    queuedNanos = clock.nanoTime();
  }

  /** Runs a queued command, whose locks are held; time stands still in a transaction. */
  void runQueued(Call queued) {
    String refusal =
        (queued.client().unusual() & Admission.RESTRICTED) == 0
            ? null
            : engine.acl().refusalAtExec(queued);
    if (refusal != null) {
      error(queued.reply(), refusal);
      return;
    }
    long written = out.writtenBytes();
    attempt(queued, true);
    long end = clock.nanoTime();
    count(queued, end - queuedNanos, written);
    queuedNanos = end;
  }

  /** Runs a script's command, which may run and whose locks are held; time stands still. */
  void runScripted(Call scripted) {
    long start = clock.nanoTime();
    attempt(scripted, true);
    count(scripted, clock.nanoTime() - start, out.writtenBytes());
  }

  /** Lends the databases to a script that goes on elsewhere, or takes them back. */
  void lend(boolean newIsLent) {
    isLent = newIsLent;
  }

  /** Answers bytes that were rendered before. */
  void append(byte[] reply) {
    out.bytes(reply);
  }

  /** Whether replies to the client that is being served wait to be sent. */
  public boolean hasReplies(Client client) {
    return !out.isEmpty() || client.outputBytes() > 0;
  }

  /** The time at which the present command began. */
  public long nowNanos() {
    return nowNanos;
  }

  /** Counts a call that has ended elsewhere and sends its reply. */
  void endElsewhere(Call ended, long nanos, byte[] reply) {
    ended.client().hasWritten(propagation.lastTicket());
    ended.client().endScript(reply);
    statistics.of(ended.command()).ran(nanos, engine.tracksLatency());
    statistics.commands++;
    if (nanos >= observation.leastNanos() || reply.length >= observation.leastReplyBytes()) {
      observation.notice(ended, nanos, reply.length, sampler);
    }
  }

  /** Counts a command that a script may not run. */
  void countRefused(@Nullable RegisteredCommand command, String text) {
    if (command != null) {
      statistics.of(command).rejected();
    }
    statistics.errors++;
    engine.countError(text);
  }

  private void count(Call call, long nanos, long writtenBefore) {
    if (!call.client().isBlocked()) {
      statistics.of(call.command()).ran(nanos, engine.tracksLatency());
      statistics.commands++;
      long replyBytes = out.writtenBytes() - writtenBefore;
      if (nanos >= observation.leastNanos()
          || replyBytes >= observation.leastReplyBytes()
          || hasLargeRequests) {
        observation.notice(call, nanos, replyBytes, sampler);
      }
    }
  }

  private void attempt(Call call, boolean isLocked) {
    RegisteredCommand command = call.command();
    CommandStatistics counts = statistics.of(command);
    try {
      if (isLocked) {
        perform(call);
      } else {
        runLocked(command);
      }
    } catch (CommandException e) {
      counts.failed();
      error(call.reply(), e.text());
    } catch (RuntimeException | LinkageError | AssertionError e) {
      counts.failed();
      error(call.reply(), "ERR internal error, the connection is closed");
      engine.host().fault("running " + command.name(), e);
      call.client().closeAfterReplies();
    } catch (OutOfMemoryError e) {
      counts.failed();
      error(call.reply(), "OOM the system has no memory left for this command");
    }
  }

  /**
   * Runs a command whose locks are held, writes down what it has changed, and shows it to whoever
   * sees all commands.
   */
  private void perform(Call call) {
    if ((call.client().unusual() & Admission.TRACKING) == 0) {
      body(call);
      return;
    }
    try {
      body(call);
    } finally {
      reads.remember(call);
    }
  }

  private void body(Call call) {
    Command body = call.command().command();
    boolean isMonitored = (engine.unusual() & Admission.MONITORED) != 0;
    if (!isMonitored && (!propagation.isOn() || isBeside(call))) {
      body.run(call);
      return;
    }
    propagation.begin(call.database().index());
    try {
      body.run(call);
    } finally {
      if (!isBeside(call)) {
        propagation.end(call);
      }
      if (isMonitored) {
        engine.monitors().show(call);
      }
    }
  }

  /**
   * Whether a script or a transaction is under way on another thread, and the call is not of it:
   * then it changes nothing, and leaves alone what that one writes down.
   */
  private boolean isBeside(Call call) {
    return isLent && !call.isNested();
  }

  private void runLocked(RegisteredCommand command) {
    if (command.firstKey != 0) {
      int last = command.lastKey < 0 ? call.count() + command.lastKey : command.lastKey;
      if (last == command.firstKey) {
        runUnderOneLock(call.key(last).partition());
        return;
      }
      release();
      locks.clear();
      for (int i = command.firstKey; i <= last; i += command.keyStep) {
        locks.add(call.key(i).partition());
      }
      runUnderLockSet();
      return;
    }
    if (command.runsScript) {
      perform(call);
      return;
    }
    release();
    if (command.locksAll()) {
      partitions.lockAll();
      try {
        perform(call);
        if (blocked.hasReady()) {
          blocked.serve(partition -> true);
        }
      } finally {
        partitions.unlockAll();
      }
    } else if (command.searchesKeys) {
      positions.find(command, call.request());
      locks.clear();
      for (int i = 0; i < positions.count(); i++) {
        locks.add(call.key(positions.position(i)).partition());
      }
      runUnderLockSet();
    } else {
      perform(call);
    }
  }

  /**
   * Runs a command of one partition and keeps the lock for the next one of the batch: a pipeline on
   * one key takes it once, not once a command, and the loops get less into each other's way.
   */
  private void runUnderOneLock(Partition partition) {
    hold(partition);
    perform(call);
    if (blocked.hasReady()) {
      blocked.serve(other -> other == partition);
    }
  }

  /** Takes the lock of one partition, to be kept for whoever needs it next in the batch. */
  void hold(Partition partition) {
    if (held != partition) {
      release();
      partition.lock().lock();
      held = partition;
    }
  }

  /** Leaves the lock that is kept over a batch to a script that goes on elsewhere. */
  void leaveHeld() {
    held = null;
  }

  /** Gives up the lock that is kept over a batch. */
  void release() {
    Partition partition = held;
    if (partition != null) {
      held = null;
      partition.lock().unlock();
    }
  }

  private void runUnderLockSet() {
    locks.lock();
    try {
      perform(call);
      if (blocked.hasReady()) {
        blocked.serve(locks::contains);
      }
    } finally {
      locks.unlock();
    }
  }

  /**
   * A web page can make a browser send requests here. Their lines are no commands, but what follows
   * them might be: such a connection ends.
   */
  private void refuseUnknown(Client client, RequestParser request, Reply reply) {
    Slice name = request.argument(0, nameView);
    if (name.is("POST") || name.is("HOST:")) {
      warnOfHttp(client);
      client.closeAfterReplies();
    } else {
      refuse(client, null, reply, Refusals.unknownCommand(request));
    }
  }

  private void warnOfHttp(Client client) {
    if (nowNanos - lastHttpWarningNanos > HTTP_WARNING_PERIOD_NANOS) {
      lastHttpWarningNanos = nowNanos;
      engine
          .host()
          .warn(
              "Possible SECURITY ATTACK detected. A client sends an HTTP request, as by cross"
                  + " protocol scripting. The connection from "
                  + client.address()
                  + " is closed.");
    }
  }

  /** Refuses a request; the client's transaction, if one is open, cannot succeed any more. */
  private void refuse(
      Client client, @Nullable RegisteredCommand command, Reply reply, String text) {
    Transaction transaction = client.transaction();
    if (transaction != null && transaction.isOpen()) {
      transaction.fail();
    }
    reads.endCommand(client, command);
    if (command != null && command.isExec()) {
      transactions.abandon(client);
      statistics.of(command).rejected();
      error(reply, ErrorReply.EXEC_ABORTED_FOR + text.substring(text.startsWith("ERR ") ? 4 : 0));
      return;
    }
    if (command != null) {
      statistics.of(command).rejected();
    }
    error(reply, text);
  }

  /** Answers an error and counts it. */
  void error(Reply reply, String text) {
    statistics.errors++;
    engine.countError(text);
    reply.error(untilEnd(text));
  }

  /** An error that quotes an argument ends where Redis's, a line in a string of C, ends. */
  private static String untilEnd(String text) {
    int zero = text.indexOf(0);
    int end = zero < 0 ? text.length() : zero;
    while (end > 0 && (text.charAt(end - 1) == '\r' || text.charAt(end - 1) == '\n')) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Answers a breach of the protocol; the connection is closed after it. */
  public void protocolError(Client client, String error) {
    error(writerFor(client), "ERR " + error);
  }

  // ---------------------------------------------------------------- what commands ask for

  /** What judges requests by their clients' users. On the loop's thread. */
  public AccessCheck accessCheck() {
    return accessCheck;
  }

  public Engine engine() {
    return engine;
  }

  /** Where this worker's commands write down what they change. */
  Propagation propagation() {
    return propagation;
  }

  /** Transactions of this worker's clients. */
  public Transactions transactions() {
    return transactions;
  }

  /** Makes another client the one whose commands change keys; answers who was. */
  @Nullable Client actFor(@Nullable Client client) {
    Client before = current;
    current = client;
    return before;
  }

  /** Serves who could not be served under the locks held meanwhile. No lock is held. */
  void serveRest() {
    if (blocked.hasRest()) {
      blocked.serveRest();
    }
  }

  /** Serves who waits for keys that have changed under locks that are held. */
  void serveWaiters(BlockedCalls.Held held) {
    if (blocked.hasReady()) {
      blocked.serve(held);
    }
  }

  /** Forgets what it keeps for a client that has gone. On the loop's thread, without locks. */
  public void left(Client client) {
    engine.pause().forget(client);
    try {
      transactions.abandon(client);
    } catch (CommandException busy) {
      Runnable unused = client.onLoopAfter(Client.BUSY_RETRY_NANOS, () -> left(client));
    }
    engine.monitors().remove(client);
    reads.gone(client);
  }

  /** What runs the scripts of this worker's clients. */
  public ScriptRunner scripts() {
    ScriptRunner known = scripts;
    if (known == null) {
      known = engine.scripting().newRunner(new ScriptCalls(this, partitions));
      scripts = known;
    }
    return known;
  }

  /** Has what commands change held from now on, or, with null, told at once. */
  void holdEffects(@Nullable HeldEffects newHeldEffects) {
    heldEffects = newHeldEffects;
  }

  Database database(int index) {
    return databases[index];
  }

  /** Where replies to a client go, by the protocol and the reply mode that it has just chosen. */
  public Reply writerFor(Client client) {
    return client.replyMode() != Client.ReplyMode.ON ? silence : client.isResp3() ? resp3 : resp2;
  }

  /** Messages for the clients of this loop. */
  public Mailbox mailbox() {
    return mailbox;
  }

  /** How long the current command has run. */
  long spentNanos() {
    return clock.nanoTime() - nowNanos;
  }

  /** Where messages to a client go that answer no request, whatever CLIENT REPLY says. */
  public Reply pushWriterFor(Client client) {
    return client.isResp3() ? resp3 : resp2;
  }

  /** Counts a call that waited and is now done. */
  void ranBlocked(BlockedCall waited, long nanos) {
    statistics.of(waited.command()).ran(nanos, engine.tracksLatency());
    statistics.commands++;
  }

  /** The bytes of a reply in a client's protocol. */
  public byte[] render(Client client, Consumer<Reply> writing) {
    return blocked.render(client, writing);
  }

  /** Answers a client whose time to wait is up. On its loop's thread. */
  public void timeOut(BlockedCall waiting) {
    if (waiting.claim()) {
      waiting.settle(true);
      ranBlocked(waiting, waiting.spentNanos());
      Client client = waiting.client();
      client.endWait(waiting, 0, render(client, waiting.blocking()::timedOut));
    }
  }

  /**
   * Ends the wait of a client of any worker (CLIENT UNBLOCK); false where it does not wait.
   *
   * @param withError whether it is told so, instead of being answered as if its time were up
   */
  public boolean unblock(Client client, boolean withError) {
    BlockedCall waiting = client.blockedCall();
    if (waiting == null || !waiting.claim()) {
      return false;
    }
    waiting.settle(true);
    ranBlocked(waiting, waiting.spentNanos());
    if (withError) {
      statistics.of(waiting.command()).failed();
    }
    Consumer<Reply> answer =
        withError
            ? reply -> error(reply, "UNBLOCKED client unblocked via CLIENT UNBLOCK")
            : waiting.blocking()::timedOut;
    client.endWait(waiting, 0, render(client, answer));
    return true;
  }

  /** What deadlines are compared with. */
  long expiryMillis() {
    return moment.expiryMillis();
  }

  /** The time of the current command in milliseconds since 1970. */
  public long nowMillis() {
    return moment.millis();
  }

  public Statistics statistics() {
    return statistics;
  }

  /** The share of a core that goes into defragmentation now, in per cent. */
  public int defragmentationPercent() {
    return defragmenter.effortPercent();
  }

  /** How long defragmentation has been going on. */
  public ActiveTime defragmentation() {
    return defragmentation;
  }

  /** What defragmentation has done. */
  public MoveCount moves() {
    return defragmenter.moves();
  }

  public void countReceived(int bytes) {
    statistics.bytesIn += bytes;
    statistics.reads++;
  }

  public void countSent(int bytes) {
    statistics.bytesOut += bytes;
    statistics.writes++;
  }

  /** How uses of keys are counted. */
  public Usage usage() {
    return usage;
  }

  /** What makes room in memory. */
  public MemoryPressure pressure() {
    return pressure;
  }

  /** What writes state: counted here, and passed on to whoever listens. */
  private final class EffectLog implements Effects {
    @Override
    public void changed(Database database, Key key, KeyEvent event, long changes) {
      assert database.isPreserved(key) : event + " changed what a snapshot has still to see";
      propagation.changed(database.index(), key.bytes(), event);
      HeldEffects held = heldEffects;
      if (held == null) {
        statistics.changes += changes;
        tell(database, key, event);
      } else {
        held.count(changes);
        if (isHeard(key)) {
          held.hold(database, key, event, this::tell);
        }
      }
    }

    private boolean isHeard(Key key) {
      return engine.keyNews() != 0
          || !key.partition().watches().isEmpty()
          || !key.partition().waiters().isEmpty();
    }

    private void tell(Database database, Key key, KeyEvent event) {
      if (event.isAwaited()) {
        blocked.changed(database, key);
      }
      if (!key.partition().watches().isEmpty() && (event.isSeen() || key.isNew())) {
        key.partition().watches().touch(database.index(), key.bytes());
      }
      int asked = engine.keyNews();
      if (asked != 0) {
        news.changed(asked, database, key, event, event.isOwn() ? current : null);
      }
    }

    @Override
    public void expired(Database database, Key key) {
      statistics.expired++;
      propagation.removed(database.index(), key.bytes());
      blocked.changed(database, key);
      if (!key.partition().watches().isEmpty()) {
        key.partition().watches().expired(database.index(), key.bytes());
      }
      int asked = engine.keyNews();
      if (asked != 0) {
        news.changed(asked, database, key, KeyEvent.EXPIRED, null);
      }
    }

    @Override
    public void fieldExpires(Database database, Key key, Slice field) {
      propagation.fieldRemoved(database.index(), key.bytes(), field);
    }

    @Override
    public void fieldsExpired(Database database, Key key, long count) {
      statistics.changes += count;
      propagation.endFields();
      tell(database, key, KeyEvent.HEXPIRED);
    }

    @Override
    public void hashExpired(Database database, Key key, boolean isNamed) {
      if (!isNamed) {
        propagation.removed(database.index(), key.bytes());
      }
      tell(database, key, KeyEvent.DEL);
    }

    @Override
    public void flushed(Database database, long count) {
      propagation.changed();
      holdOrTell(
          count,
          () -> {
            blocked.changed(database.index());
            transactions.flushed(database.index());
            news.flushed(engine.keyNews());
          });
    }

    @Override
    public void flushedAll(long count) {
      propagation.changed();
      holdOrTell(
          count,
          () -> {
            for (Database database : databases) {
              blocked.changed(database.index());
              transactions.flushed(database.index());
            }
            news.flushed(engine.keyNews());
          });
    }

    @Override
    public void swapped(Database first, Database second) {
      propagation.changed();
      holdOrTell(
          1,
          () -> {
            blocked.changed(first.index());
            blocked.changed(second.index());
            transactions.swapped(first, second);
          });
    }

    private void holdOrTell(long changes, Runnable telling) {
      HeldEffects held = heldEffects;
      if (held == null) {
        statistics.changes += changes;
        telling.run();
      } else {
        held.count(changes);
        held.hold(telling);
      }
    }

    @Override
    public boolean keepsExpired() {
      return engine.pause().isOn();
    }

    @Override
    public void hit() {
      statistics.hits++;
    }

    @Override
    public void missed(Database database, Key key, boolean isQuiet) {
      statistics.misses++;
      int asked = engine.keyNews();
      if (asked != 0 && !isQuiet) {
        news.missed(asked, database, key);
      }
    }
  }
}
