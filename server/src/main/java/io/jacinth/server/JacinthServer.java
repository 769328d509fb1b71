package io.jacinth.server;

import io.jacinth.commands.AllCommands;
import io.jacinth.engine.Clock;
import io.jacinth.engine.CommandRegistry;
import io.jacinth.engine.Engine;
import io.jacinth.engine.Host;
import io.jacinth.engine.SystemClock;
import io.jacinth.engine.acl.AclFile;
import io.jacinth.engine.acl.UnreadableUsersException;
import io.jacinth.engine.acl.UserDirectives;
import io.jacinth.engine.config.CommandRename;
import io.jacinth.engine.config.ConfigException;
import io.jacinth.engine.config.IoTransport;
import io.jacinth.engine.config.SecuritySettings;
import io.jacinth.engine.config.ServerSettings;
import io.jacinth.engine.config.Setting;
import io.jacinth.engine.config.UserDeclaration;
import io.jacinth.engine.keyspace.HashSlot;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.log.ServerLog;
import io.jacinth.memory.ArenaChunks;
import io.jacinth.persistence.RdbPayloads;
import io.jacinth.persistence.RdbSnapshots;
import io.jacinth.persistence.aof.AppendOnlyFile;
import io.jacinth.scripting.Scripts;
import io.jacinth.server.conf.ConfigReader;
import io.jacinth.server.conf.ConfigRewrite;
import io.jacinth.server.conf.FatalConfigException;
import io.jacinth.server.conf.Invocation;
import io.jacinth.server.conf.Product;
import io.jacinth.server.tls.ClientTls;
import io.jacinth.server.transport.Listener;
import io.jacinth.server.transport.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A running server: {@code try (var server = JacinthServer.start(List.of("--port", "6380"))) { …
 * }}. Several may run in one program. Thread-safe.
 */
public final class JacinthServer implements AutoCloseable {
  private static final int PARTITIONS_A_LOOP = 8;

  /** Chunks that are made ahead, off the path of requests. */
  private static final int CHUNKS_READY = 2;

  /** How long the background thread waits between two portions of a chunk. */
  private static final long BREATH_NANOS = 100_000;

  private final ServerSettings settings;
  private final ServerLog log;
  private final ExecutorService background;
  private final Partitions partitions;
  private final Engine engine;
  private final Listener listener;

  /** The listener, once there is one, for the thread that writes the log. */
  private volatile @Nullable Listener replying;

  private final ClientTls tls;
  private final TcpSockets sockets;
  private final @Nullable Path pidFile;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicBoolean isClosing = new AtomicBoolean();

  /**
   * Starts a server with redis-server's command line.
   *
   * @throws FatalConfigException where the configuration is wrong
   * @throws IOException where a socket or file cannot be opened
   */
  public static JacinthServer start(List<String> arguments)
      throws FatalConfigException, IOException {
    return builder().arguments(arguments).start();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** What a server is made from. */
  public static final class Builder {
    private List<String> arguments = List.of();
    private Clock clock = new SystemClock();
    private boolean isChecking;
    private boolean isAnyPort;
    private OutputStream logStream = OutputStream.nullOutputStream();
    private InputStream standardInput = InputStream.nullInputStream();

    private Builder() {}

    /** The command line, in redis-server's form. */
    public Builder arguments(List<String> newArguments) {
      arguments = List.copyOf(newArguments);
      return this;
    }

    /** Where the server's time comes from. */
    public Builder clock(Clock newClock) {
      clock = newClock;
      return this;
    }

    /** Makes the allocators look for misuse of memory. Slow; for tests. */
    public Builder checkingAllocator(boolean newIsChecking) {
      isChecking = newIsChecking;
      return this;
    }

    /** Listens on a TCP port that the system chooses, whatever {@code port} says. */
    public Builder anyPort() {
      isAnyPort = true;
      return this;
    }

    /** Where log lines go when there is no {@code logfile}; by default nowhere. */
    public Builder logTo(OutputStream stream) {
      logStream = stream;
      return this;
    }

    /** What a {@code -} on the command line reads. */
    public Builder standardInput(InputStream stream) {
      standardInput = stream;
      return this;
    }

    public JacinthServer start() throws FatalConfigException, IOException {
      Product product = Product.current();
      ServerSettings settings =
          new ServerSettings(
              Runtime.getRuntime().availableProcessors(), Path.of("").toAbsolutePath());
      if (!(Invocation.of(arguments) instanceof Invocation.Start start)) {
        throw FatalConfigException.because(product, "no server is started by " + arguments);
      }
      new ConfigReader(settings, product, standardInput).read(start);
      return new JacinthServer(this, product, settings, start.file());
    }
  }

  private JacinthServer(
      Builder builder, Product product, ServerSettings settings, @Nullable String file)
      throws FatalConfigException, IOException {
    this.settings = settings;
    this.log = openLog(builder, product);
    StartLog startLog = new StartLog(log, product, settings);
    startLog.begin(file);
    this.background = Executors.newSingleThreadExecutor(JacinthServer::backgroundThread);
    int loops = settings.network.ioThreads.intValue();
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    this.partitions =
        new Partitions(
            partitionCount(loops),
            settings.keyspace.databases.intValue(),
            random.nextLong(),
            new ArenaChunks(background, CHUNKS_READY, JacinthServer::letOthersRun),
            builder.isChecking);
    this.engine =
        new Engine(
            builder.clock,
            new SharedRandom(random.nextLong()),
            settings,
            commands(product),
            partitions,
            new ServerHost(product, file, random),
            new RdbPayloads(settings),
            shared -> new RdbSnapshots(shared, log),
            shared -> new AppendOnlyFile(shared, log, this::releaseReplies),
            shared -> new Scripts(shared, log));
    this.tls = new ClientTls(settings, log);
    try {
      readUsers(product);
      configureTls();
      this.listener =
          new Listener(engine, transport(product), loops, new ConnectionPolicy(engine, tls, log));
      replying = listener;
      this.sockets = new TcpSockets(settings, listener, log);
      new OomScore(settings.process, log).follow();
      engine.loading(true);
      listen(builder.isAnyPort);
      this.pidFile = writePidFile();
    } catch (FatalConfigException | IOException | RuntimeException e) {
      background.shutdown();
      throw e;
    }
    startLog.initialized(port() == 0 ? tlsPort() : port());
    load();
    startLog.ready();
  }

  /** Loads what is on disk; the loops answer clients meanwhile. */
  private void load() throws IOException {
    try {
      engine.appendLog().open();
      engine.loading(false);
    } catch (IOException e) {
      log.warning("Fatal error loading the DB, check server logs. Exiting.");
      release();
      throw e;
    }
  }

  /** All commands, under the names that the configuration gives them. */
  private CommandRegistry commands(Product product) throws FatalConfigException {
    CommandRegistry commands = new CommandRegistry(AllCommands.list());
    for (CommandRename rename : settings.security.renames) {
      try {
        commands.rename(rename.name(), rename.newName());
      } catch (ConfigException e) {
        throw FatalConfigException.atLine(product, rename.whereRead(), rename.line(), e.why());
      }
    }
    return commands;
  }

  /** Fills the users: the default user's password, then an ACL file or the configuration's. */
  private void readUsers(Product product) throws FatalConfigException {
    SecuritySettings security = settings.security;
    String file = security.aclfile.value();
    if (!file.isEmpty() && !security.users.isEmpty()) {
      throw FatalConfigException.because(
          product, "Users are declared by 'aclfile' and by 'user' too: only one of them may be");
    }
    if (!security.requirepass.value().isEmpty()) {
      engine.acl().takeRequirepass();
    }
    UserDirectives directives = new UserDirectives(engine.acl());
    for (UserDeclaration user : security.users) {
      try {
        directives.take(user);
      } catch (UnreadableUsersException e) {
        throw FatalConfigException.atLine(product, user.whereRead(), user.line(), e.text());
      }
    }
    if (!file.isEmpty()) {
      try {
        AclFile.load(engine.acl(), file, settings.process.resolve(file));
      } catch (UnreadableUsersException e) {
        throw FatalConfigException.because(
            product, "Aborting startup because of ACL errors: " + e.text());
      }
    }
  }

  private void configureTls() throws IOException {
    try {
      if (tls.isWanted()) {
        tls.require();
      }
    } catch (ConfigException e) {
      String message = "Failed to configure TLS. Check logs for more info.";
      log.warning(message);
      throw new IOException(message, e);
    }
    tls.follow();
  }

  private ServerLog openLog(Builder builder, Product product) throws FatalConfigException {
    Clock clock = builder.clock;
    var instants =
        (InstantSource)
            () -> Instant.EPOCH.plusNanos(Math.multiplyExact(clock.wallClockMicros(), 1000L));
    long pid = ProcessHandle.current().pid();
    var level = settings.observation.loglevel;
    String file = settings.observation.logfile.value();
    if (file.isEmpty()) {
      return ServerLog.toStream(
          builder.logStream, level::value, pid, instants, ZoneId.systemDefault());
    }
    try {
      return ServerLog.toFile(
          settings.process.resolve(file), level::value, pid, instants, ZoneId.systemDefault());
    } catch (IOException e) {
      throw FatalConfigException.because(product, String.valueOf(e.getMessage()));
    }
  }

  private static void letOthersRun() {
    LockSupport.parkNanos(BREATH_NANOS);
  }

  private static Thread backgroundThread(Runnable work) {
    Thread thread = new Thread(work, "jacinth-background");
    thread.setDaemon(true);
    return thread;
  }

  private int partitionCount(int loops) {
    int configured = settings.keyspace.partitions.intValue();
    if (configured > 0) {
      return configured;
    }
    int wanted = Math.min(loops * PARTITIONS_A_LOOP, HashSlot.COUNT);
    return Math.max(PARTITIONS_A_LOOP, Integer.highestOneBit(wanted * 2 - 1));
  }

  private Transport transport(Product product) throws FatalConfigException {
    IoTransport wanted = settings.network.ioTransport.value();
    try {
      return Transport.named(wanted.name().toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw FatalConfigException.because(product, String.valueOf(e.getMessage()));
    }
  }

  private void listen(boolean isAnyPort) throws IOException {
    sockets.open(isAnyPort);
    Setting.Listener whenChanged = sockets::change;
    settings.network.port.onChange(whenChanged);
    settings.network.bind.onChange(whenChanged);
    settings.tls.tlsPort.onChange(tls::require);
    settings.tls.tlsPort.onChange(whenChanged);
    String unixSocket = settings.network.unixsocket.value();
    if (!unixSocket.isEmpty()) {
      listenUnix(settings.process.resolve(unixSocket));
    } else if (!sockets.areListening()) {
      log.warning("Configured to not listen anywhere, exiting.");
      throw new IOException("Configured to not listen anywhere, exiting.");
    }
  }

  private void listenUnix(Path path) throws IOException {
    Files.deleteIfExists(path);
    listener.listenUnix(path.toString());
    int octal = settings.network.unixsocketperm.intValue();
    if (octal != 0) {
      Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
      PosixFilePermission[] all = PosixFilePermission.values();
      for (int i = 0; i < all.length; i++) {
        if ((octal >> all.length - 1 - i & 1) != 0) {
          permissions.add(all[i]);
        }
      }
      Files.setPosixFilePermissions(path, permissions);
    }
  }

  private @Nullable Path writePidFile() throws IOException {
    String name = settings.process.pidfile.value();
    if (name.isEmpty()) {
      return null;
    }
    Path path = settings.process.resolve(name);
    Files.writeString(path, ProcessHandle.current().pid() + "\n");
    return path;
  }

  /** The TCP port that the server listens on; 0 where it listens on none. */
  public int port() {
    return sockets.port();
  }

  /** The TCP port that the server listens on for TLS; 0 where it listens on none. */
  public int tlsPort() {
    return sockets.tlsPort();
  }

  public Engine engine() {
    return engine;
  }

  /** The name of the transport in use. */
  public String transport() {
    return listener.transport().name();
  }

  /**
   * Verifies every structure in memory, while nothing else runs.
   *
   * @throws IllegalStateException saying what is broken
   */
  public void checkInvariants() {
    engine.check();
  }

  /** Waits until the server is closed. */
  public void awaitClose() throws InterruptedException {
    closed.await();
  }

  /** Stops the server and gives its memory back. Waits for it; later calls do nothing. */
  @Override
  public void close() {
    if (!isClosing.compareAndSet(false, true)) {
      return;
    }
    release();
    log.warning("Jacinth is now ready to exit, bye bye...");
    closed.countDown();
  }

  /** SIGINT or SIGTERM: ends as SHUTDOWN does, with the options that are configured. */
  void signalled(boolean isInterrupt) {
    log.warning("Received " + (isInterrupt ? "SIGINT" : "SIGTERM") + " scheduling shutdown...");
    var options =
        isInterrupt ? settings.process.shutdownOnSigint : settings.process.shutdownOnSigterm;
    boolean mayEnd;
    partitions.lockAll();
    try {
      mayEnd = engine.snapshots().saveLast(options.value());
    } finally {
      partitions.unlockAll();
    }
    if (mayEnd) {
      close();
    } else {
      log.warning("Errors trying to shut down the server. Check the logs for more information.");
    }
  }

  /** More is on the disk: loops may send the replies that waited for it. */
  private void releaseReplies() {
    Listener started = replying;
    if (started != null) {
      started.releaseReplies();
    }
  }

  private void release() {
    engine.scripting().close();
    listener.close();
    tls.close();
    engine.appendLog().close();
    removeFiles();
    engine.close();
    background.shutdown();
  }

  private void removeFiles() {
    try {
      if (pidFile != null) {
        log.notice("Removing the pid file.");
        Files.deleteIfExists(pidFile);
      }
      String unixSocket = settings.network.unixsocket.value();
      if (!unixSocket.isEmpty()) {
        log.notice("Removing the unix socket file.");
        Files.deleteIfExists(settings.process.resolve(unixSocket));
      }
    } catch (IOException e) {
      log.warning("A file could not be removed: " + e.getMessage());
    }
  }

  /** The server as its engine sees it. */
  private final class ServerHost implements Host {
    private static final int RUN_ID_BYTES = 20;

    /** The exit code of a process that has aborted. */
    private static final int ABORTED = 134;

    private final String version;
    private final String configFile;
    private final String runId;

    ServerHost(Product product, @Nullable String file, RandomGenerator random) {
      version = product.version();
      configFile = file == null ? "" : Path.of(file).toAbsolutePath().toString();
      byte[] id = new byte[RUN_ID_BYTES];
      random.nextBytes(id);
      runId = HexFormat.of().formatHex(id);
    }

    @Override
    public String version() {
      return version;
    }

    @Override
    public String runId() {
      return runId;
    }

    @Override
    public int port() {
      return sockets.port() == 0 ? sockets.tlsPort() : sockets.port();
    }

    @Override
    public String transport() {
      return JacinthServer.this.transport();
    }

    @Override
    public String configFile() {
      return configFile;
    }

    @Override
    public synchronized void rewriteConfigFile() throws IOException {
      new ConfigRewrite(settings, Path.of(configFile)).run(engine.acl().lines());
    }

    @Override
    public void shutDown() {
      Thread.ofPlatform().name("jacinth-shutdown").start(JacinthServer.this::close);
    }

    @Override
    public void halt(String reason) {
      log.warning("The process is ended at once: " + reason);
      Runtime.getRuntime().halt(ABORTED);
    }

    @Override
    public void notice(String message) {
      log.notice(message);
    }

    @Override
    public void warn(String message) {
      log.warning(message);
    }

    @Override
    public void fault(String doing, Throwable fault) {
      StringWriter trace = new StringWriter();
      fault.printStackTrace(new PrintWriter(trace));
      log.warning("A fault in the server while " + doing + ": " + trace);
    }
  }

  /** A generator for several threads: SplitMix64 (Steele et al. 2014) over an atomic counter. */
  private static final class SharedRandom implements RandomGenerator {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private final AtomicLong state;

    SharedRandom(long seed) {
      state = new AtomicLong(seed);
    }

    @Override
    public long nextLong() {
      long z = state.addAndGet(STEP);
      z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
      z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
      return z ^ z >>> 31;
    }
  }
}
