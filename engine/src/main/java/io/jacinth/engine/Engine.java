package io.jacinth.engine;

import io.jacinth.engine.acl.Acl;
import io.jacinth.engine.admission.Admission;
import io.jacinth.engine.config.KeyspaceEvents;
import io.jacinth.engine.config.MemorySettings;
import io.jacinth.engine.config.ServerSettings;
import io.jacinth.engine.eviction.MemoryLimit;
import io.jacinth.engine.info.InfoSections;
import io.jacinth.engine.keyspace.Moment;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.keyspace.Surroundings;
import io.jacinth.engine.keyspace.Usage;
import io.jacinth.engine.observe.HotKeys;
import io.jacinth.engine.observe.Monitors;
import io.jacinth.engine.observe.Observation;
import io.jacinth.engine.propagation.PropagationLog;
import io.jacinth.engine.pubsub.PubSub;
import io.jacinth.engine.tracking.Tracking;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What all workers of a server share: the partitions, the commands, the clients, the clock. Its own
 * state may be used from any thread; a partition's content only under its lock.
 */
public final class Engine implements AutoCloseable {
  /** The version of Redis whose behaviour clients may expect. */
  public static final String REDIS_VERSION = "7.4.0";

  /** No more kinds of errors than this are counted by name, as in Redis. */
  private static final int MOST_ERROR_KINDS = 128;

  /** Under which all further kinds are counted. */
  private static final String OTHER_ERRORS = "ERRORSTATS_OVERFLOW";

  private static final int REPLICATION_ID_BYTES = 20;

  private final Clock clock;
  private final CommandRegistry commands;
  private final Partitions partitions;
  private final RandomGenerator random;
  private final ServerSettings settings;
  private final Host host;
  private final Payloads payloads;
  private final Snapshots snapshots;
  private final AppendLog appendLog;
  private final Scripting scripting;
  private final PropagationLog propagation = new PropagationLog();
  private final Clients clients = new Clients();
  private final PubSub pubSub = new PubSub();
  private final Tracking tracking;
  private final Congestion congestion = new Congestion();
  private final MemoryLimit memoryLimit;
  private final Pause pause = new Pause(this);
  private final Acl acl;
  private final ClientEviction clientEviction;
  private final Gauges gauges;
  private final InfoSections info;
  private final Observation observation;
  private final Monitors monitors = new Monitors(this);
  private final HotKeys hotKeys = new HotKeys(this);
  private final List<Worker> workers = new CopyOnWriteArrayList<>();
  private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
  private final long startedMillis;
  private final String replicationId;
  private volatile int unusual;
  private volatile int keyNews;
  private volatile boolean tracksLatency = true;
  private volatile boolean expiresActively = true;
  private volatile boolean pausesCron;

  /**
   * @param random a generator that may be used from several threads
   * @param snapshots makes what keeps snapshots on disk
   * @param appendLog makes what keeps a log on disk
   * @param scripting makes what runs scripts
   */
  public Engine(
      Clock clock,
      RandomGenerator random,
      ServerSettings settings,
      CommandRegistry commands,
      Partitions partitions,
      Host host,
      Payloads payloads,
      Function<Engine, Snapshots> snapshots,
      Function<Engine, AppendLog> appendLog,
      Function<Engine, Scripting> scripting) {
    this.clock = clock;
    this.random = random;
    this.settings = settings;
    this.commands = commands;
    this.partitions = partitions;
    this.host = host;
    this.payloads = payloads;
    this.replicationId = HexFormat.of().formatHex(bytes(random, REPLICATION_ID_BYTES));
    this.startedMillis = clock.wallClockMicros() / 1000;
    this.memoryLimit =
        new MemoryLimit(
            partitions,
            clients,
            settings.memory,
            clock,
            isTight -> unusual(Admission.MEMORY_TIGHT, isTight));
    this.acl = new Acl(commands, settings.security, clients);
    this.gauges = new Gauges(this);
    this.clientEviction = new ClientEviction(this);
    this.snapshots = snapshots.apply(this);
    this.appendLog = appendLog.apply(this);
    this.scripting = scripting.apply(this);
    this.info = new InfoSections(this);
    this.observation = new Observation(clock, settings.observation);
    settings.observation.latencyTracking.onChange(
        () -> tracksLatency = settings.observation.latencyTracking.isOn());
    this.tracking =
        new Tracking(
            clients,
            partitions.count(),
            settings.clients.trackingTableMaxKeys::value,
            this::configureNews);
    configureNews();
    settings.keyspace.notifyKeyspaceEvents.onChange(this::configureNews);
    settings.memory.maxmemory.onChange(
        () -> workers.forEach(worker -> worker.pressure().limitChanged()));
    settings.memory.maxmemoryPolicy.onChange(this::configureUsage);
    settings.memory.lfuLogFactor.onChange(this::configureUsage);
    settings.memory.lfuDecayTime.onChange(this::configureUsage);
  }

  private static byte[] bytes(RandomGenerator random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private void configureUsage() {
    workers.forEach(worker -> worker.usage().counting(useCounting()));
  }

  /** How uses of keys are counted, null while they are not. */
  private Usage.@Nullable Counting useCounting() {
    MemorySettings memory = settings.memory;
    return memory.maxmemoryPolicy.value().isLfu()
        ? new Usage.Counting(memory.lfuLogFactor.value(), memory.lfuDecayTime.value())
        : null;
  }

  /** Makes the worker of one more event loop. */
  public Worker newWorker(ScheduledExecutorService loop) {
    Worker worker = new Worker(this, loop);
    worker.usage().counting(useCounting());
    workers.add(worker);
    return worker;
  }

  public Clock clock() {
    return clock;
  }

  public RandomGenerator random() {
    return random;
  }

  public ServerSettings settings() {
    return settings;
  }

  /** Whether clients have to log in. */
  public boolean asksForPassword() {
    return acl.asksForPassword();
  }

  /** The users, and what they may do. */
  public Acl acl() {
    return acl;
  }

  /** How values are given away and taken. */
  public Payloads payloads() {
    return payloads;
  }

  /** The append-only file. */
  public AppendLog appendLog() {
    return appendLog;
  }

  /** Scripts and functions. */
  public Scripting scripting() {
    return scripting;
  }

  /** A worker of the caller's own, which does not count among those of the event loops. */
  public Worker newReplayWorker(ScheduledExecutorService thread) {
    return new Worker(this, thread);
  }

  /** The snapshots on disk. */
  public Snapshots snapshots() {
    return snapshots;
  }

  /** What a thread needs that works on data without being a worker. */
  public Surroundings newSurroundings() {
    Usage usage = new Usage(random);
    usage.counting(useCounting());
    Moment moment = new Moment(usage);
    moment.set(clock.wallClockMicros() / 1000);
    return new Surroundings(moment, new SplittableRandom(random.nextLong()), settings.encodings);
  }

  /** How many changes to keys there were since the start. */
  public long changes() {
    long sum = 0;
    for (Worker worker : workers) {
      sum += worker.statistics().changes;
    }
    return sum;
  }

  /** Whether data is being loaded: then there is no telling which keys there are. */
  public boolean isLoading() {
    return (unusual & Admission.LOADING) != 0;
  }

  /** Says whether writes are to be refused because snapshots fail. */
  public void diskError(boolean isOn) {
    unusual(Admission.DISK_ERROR, isOn);
  }

  /** Says that a load begins or has ended. */
  public void loading(boolean isLoading) {
    unusual(Admission.LOADING, isLoading);
  }

  public CommandRegistry commands() {
    return commands;
  }

  public Partitions partitions() {
    return partitions;
  }

  /** The one stream of all changes. */
  public PropagationLog propagation() {
    return propagation;
  }

  public Clients clients() {
    return clients;
  }

  /** The channels and patterns that clients hear. */
  public PubSub pubSub() {
    return pubSub;
  }

  /** Whether messages are posted faster than they are delivered. */
  public Congestion congestion() {
    return congestion;
  }

  /** Caching on the clients' side. */
  public Tracking tracking() {
    return tracking;
  }

  public List<Worker> workers() {
    return List.copyOf(workers);
  }

  public Gauges gauges() {
    return gauges;
  }

  /** What INFO tells. */
  public InfoSections info() {
    return info;
  }

  /** What is remembered of slow and large commands, and of latency. */
  public Observation observation() {
    return observation;
  }

  /** 40 hexadecimal digits that name the history of the data. */
  public String replicationId() {
    return replicationId;
  }

  /** The search for keys that cost most. */
  public HotKeys hotKeys() {
    return hotKeys;
  }

  /** Who sees every command. */
  public Monitors monitors() {
    return monitors;
  }

  /** When the server started, in milliseconds since 1970. */
  public long startedMillis() {
    return startedMillis;
  }

  /** The counts of all workers together. */
  public Statistics statistics() {
    return Statistics.sum(commands.all().size(), workers);
  }

  /** CONFIG RESETSTAT. */
  public void resetStatistics() {
    workers.forEach(worker -> worker.statistics().reset());
    workers.forEach(worker -> worker.moves().reset());
    workers.forEach(worker -> worker.defragmentation().reset());
    errors.clear();
    clients.resetStatistics();
    acl.resetStatistics();
    gauges.reset();
    memoryLimit.resetStatistics();
  }

  void countError(String text) {
    int space = text.indexOf(' ');
    String code = space < 0 ? text : text.substring(0, space);
    LongAdder count = errors.get(code);
    if (count == null) {
      String name = errors.size() < MOST_ERROR_KINDS ? code : OTHER_ERRORS;
      count = errors.computeIfAbsent(name, unused -> new LongAdder());
    }
    count.increment();
  }

  /** Error replies by their code. */
  public Map<String, Long> errorCounts() {
    Map<String, Long> counts = new TreeMap<>();
    errors.forEach((code, count) -> counts.put(code, count.sum()));
    return counts;
  }

  /** The program around the engine. */
  public Host host() {
    return host;
  }

  /** The bits of {@link io.jacinth.engine.admission.Admission} that are on for everybody. */
  int unusual() {
    return unusual;
  }

  /** Turns one of these bits on or off; from any thread. */
  public synchronized void unusual(int bit, boolean isOn) {
    unusual = isOn ? unusual | bit : unusual & ~bit;
  }

  /** The memory in use and how much there may be. */
  public MemoryLimit memoryLimit() {
    return memoryLimit;
  }

  /** {@code maxmemory-clients}. */
  public ClientEviction clientEviction() {
    return clientEviction;
  }

  /** CLIENT PAUSE. */
  public Pause pause() {
    return pause;
  }

  /** What somebody wants to know of keys, as bits of {@link KeyspaceEvents}; 0: nothing. */
  int keyNews() {
    return keyNews;
  }

  private synchronized void configureNews() {
    int flags = (int) settings.keyspace.notifyKeyspaceEvents.value();
    boolean isPublished = (flags & (KeyspaceEvents.KEYSPACE | KeyspaceEvents.KEYEVENT)) != 0;
    keyNews = (isPublished ? flags : 0) | (tracking.isOn() ? KeyNews.TRACKING : 0);
  }

  boolean tracksLatency() {
    return tracksLatency;
  }

  /** {@code latency-tracking}. */
  public void tracksLatency(boolean isOn) {
    tracksLatency = isOn;
  }

  boolean expiresActively() {
    return expiresActively && !isLoading();
  }

  /** DEBUG SET-ACTIVE-EXPIRE: whether expired keys are removed before somebody asks for them. */
  public void expiresActively(boolean isOn) {
    expiresActively = isOn;
  }

  /** DEBUG PAUSE-CRON: whether loops do nothing but serve their clients. */
  public void pausesCron(boolean isOn) {
    pausesCron = isOn;
  }

  boolean pausesCron() {
    return pausesCron;
  }

  /** Verifies every invariant of all data. */
  public void check() {
    partitions.check();
  }

  /** Gives all memory back. No worker may run any more. */
  @Override
  public void close() {
    snapshots.close();
    partitions.close();
  }
}
