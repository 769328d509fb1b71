package io.jacinth.engine;

import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyList;
import io.jacinth.engine.keyspace.Partition;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.keyspace.WaitedKey;
import io.jacinth.engine.propagation.Propagation;
import io.jacinth.engine.value.MemberPool;
import io.jacinth.engine.value.stream.EntryFields;
import io.jacinth.engine.value.stream.StreamArguments;
import io.jacinth.protocol.Decimals;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.RequestParser;
import io.jacinth.protocol.RoundedDecimals;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One run of one command: its arguments, the client's database, where the reply goes. Owned by a
 * worker and reused; nothing reached through it may be kept after the command's end.
 *
 * <p>Argument 0 is the command's name. Views of arguments and keys are reused: those of any {@value
 * #VIEWS} neighbouring arguments are distinct, one further away may take the place of an earlier
 * one.
 */
public final class Call implements EntryFields, Propagation.Words {
  private static final int VIEWS = 128;
  private static final int SCRATCH_BYTES = 8 * 1024;
  private static final int LINE_END_BYTES = 2;

  /** The type of an array or bulk string and the line end after its length. */
  private static final int FRAME_BYTES = 1 + LINE_END_BYTES;

  private final Worker worker;
  private final Partitions partitions;
  private final Slice[] arguments = new Slice[VIEWS];
  private final Key[] keys = new Key[VIEWS];
  private final Key again = new Key();
  private final KeyList keyList = new KeyList();
  private final KeyPositions positions = new KeyPositions();
  private @Nullable MemberPool memberPool;

  /** Which argument of the batch a key view stands for; from an older batch: below base. */
  private final long[] keyArguments = new long[VIEWS];

  private long base;

  /** What a worker keeps of the largest workspace that a command has asked for. */
  private static final int KEPT_WORKSPACE_BYTES = 64 * 1024;

  private MemorySegment workspace = MemorySegment.NULL;
  private Slice[] views = new Slice[0];

  private final MemorySegment scratch = Arena.ofAuto().allocate(SCRATCH_BYTES);
  private final Slice scratchView = new Slice();

  private final StreamArguments streamArguments = new StreamArguments();

  /** The locks of the transaction that the call is part of. */
  private @Nullable LockSet around;

  private int lastArguments;
  private RegisteredCommand command;
  private RequestParser request;
  private Client client;
  private Database database;
  private Reply reply;

  @SuppressWarnings("NullAway") // begin() sets the rest before a command sees it
  Call(Worker worker, Partitions partitions) {
    this.worker = worker;
    this.partitions = partitions;
    for (int i = 0; i < VIEWS; i++) {
      arguments[i] = new Slice();
      keys[i] = new Key();
    }
  }

  /** Says that the requests of another batch follow. */
  void beginBatch(RequestParser batch) {
    base += lastArguments + VIEWS;
    lastArguments = batch.batchArguments();
    request = batch;
  }

  void begin(
      RegisteredCommand newCommand,
      Client newClient,
      RequestParser newRequest,
      Database newDatabase,
      Reply newReply) {
    command = newCommand;
    client = newClient;
    request = newRequest;
    database = newDatabase;
    reply = newReply;
  }

  /** The words of the request. */
  public RequestParser request() {
    return request;
  }

  /** Says which locks are held for this call and others around it; null: its own alone. */
  void around(@Nullable LockSet locks) {
    around = locks;
  }

  /** Whether a partition's lock is held around the call. */
  boolean holds(Partition partition) {
    return around != null && around.contains(partition);
  }

  /** Whether the call runs within another, as those of a transaction do. */
  public boolean isNested() {
    return around != null;
  }

  /** Whether a script has asked for the call. */
  public boolean isScripted() {
    return client.principal() != client;
  }

  /** Whether every lock is held, for a command that else takes one after the other. */
  public boolean holdsAll() {
    return around != null;
  }

  /**
   * The keys of another request, which stands among the arguments of this one. The positions are
   * relative to its own name.
   *
   * @param first the position of its name
   */
  public KeyPositions keysOf(RegisteredCommand other, int first) {
    return new KeyPositions().find(other, request, first);
  }

  /** The size of the request on the wire, as an array of bulk strings. Not for a hot path. */
  public long requestBytes() {
    long bytes = (long) Decimals.length(count()) + FRAME_BYTES;
    for (int i = 0; i < count(); i++) {
      int length = argument(i).length();
      bytes += (long) Decimals.length(length) + FRAME_BYTES + length + LINE_END_BYTES;
    }
    return bytes;
  }

  /** Where the keys of the call stand; good until the next such question. */
  public KeyPositions keyPositions() {
    return positions.find(command, request);
  }

  /** The command that runs. */
  public RegisteredCommand command() {
    return command;
  }

  /** Number of arguments, the name included. */
  @Override
  public int count() {
    return request.count();
  }

  @Override
  public Slice argument(int index) {
    return request.argument(index, arguments[request.first() + index & VIEWS - 1]);
  }

  /** Where stream commands put what they read from their arguments. */
  public StreamArguments streamArguments() {
    return streamArguments;
  }

  /** The key at a position that the specification says holds one. */
  public Key key(int index) {
    int place = request.first() + index;
    int view = place & VIEWS - 1;
    Key key = keys[view];
    if (keyArguments[view] != base + place) {
      keyArguments[view] = base + place;
      key.set(argument(index), partitions);
    }
    return key;
  }

  /** Says that the word at a position is the same as a key that is known. */
  void knownKey(int index, Key same) {
    int place = request.first() + index;
    int view = place & VIEWS - 1;
    keyArguments[view] = base + place;
    keys[view].set(argument(index), same);
  }

  /**
   * The key at a position once more, for a command that works on it in two databases; its partition
   * is the same in both. There is one such key at a time.
   */
  public Key keyAgain(int index) {
    again.set(argument(index), partitions);
    return again;
  }

  /**
   * A key that no argument names, for a command that has every lock. There is one such key at a
   * time, {@link #keyAgain} included.
   */
  public Key keyNamed(Slice bytes) {
    again.set(bytes, partitions);
    return again;
  }

  /**
   * The key at a position as an object of its own, for a command that needs more than {@value
   * #VIEWS} keys at once.
   */
  public Key ownKey(int index) {
    Key key = new Key();
    key.set(request.argument(index, new Slice()), partitions);
    return key;
  }

  /** An argument as a 64-bit integer. */
  public long integer(int index) {
    return integer(index, ErrorReply.NOT_AN_INTEGER);
  }

  /** An argument as a 64-bit integer, with an error of the command's own. */
  public long integer(int index, ErrorReply error) {
    Slice argument = argument(index);
    long value = argument.integerOr(Long.MIN_VALUE);
    if (value == Long.MIN_VALUE && !argument.isInteger()) {
      throw error.exception();
    }
    return value;
  }

  /** An argument as an integer within bounds, with an error text of the command's own. */
  public long integer(int index, long least, long most, String error) {
    Slice argument = argument(index);
    long value = argument.integerOr(Long.MIN_VALUE);
    if ((value == Long.MIN_VALUE && !argument.isInteger()) || value < least || value > most) {
      throw new CommandException(error);
    }
    return value;
  }

  /** An argument as a 32-bit integer, as the numbers of databases are. */
  public int int32(int index) {
    long value = integer(index);
    if (value != (int) value) {
      throw ErrorReply.NOT_32_BITS.exception();
    }
    return (int) value;
  }

  /** Whether an argument is a word, given in upper case. */
  public boolean is(int index, String upperCaseWord) {
    return argument(index).is(upperCaseWord);
  }

  /** The argument as text, a char a byte. Not for a hot path. */
  public String text(int index) {
    return argument(index).toString();
  }

  /** The argument as an error quotes it: its text up to a zero byte, as in Redis. */
  public String quoted(int index) {
    String text = text(index);
    int zero = text.indexOf('\0');
    return zero < 0 ? text : text.substring(0, zero);
  }

  /** The digits of an integer, as a slice that is valid until the next that is made. */
  public Slice madeInteger(long value) {
    return scratchView.set(scratch, 0, Decimals.write(value, scratch, 0));
  }

  /**
   * A number rounded to so many decimals, as {@link RoundedDecimals} writes it; valid until the
   * next slice that is made.
   */
  public Slice madeDecimal(double value, int decimals, boolean isTrimmed) {
    return scratchView.set(
        scratch, 0, RoundedDecimals.write(value, decimals, isTrimmed, scratch, 0));
  }

  /** Bytes that a command has made, as a slice that is valid until the next such one. */
  public Slice made(byte[] bytes) {
    if (bytes.length > SCRATCH_BYTES) {
      return Slice.of(bytes);
    }
    MemorySegment.copy(bytes, 0, scratch, ValueLayout.JAVA_BYTE, 0, bytes.length);
    return scratchView.set(scratch, 0, bytes.length);
  }

  /**
   * Memory for what a command works out, of any content and aligned to 8; the same again at the
   * next call, and nobody's after the command.
   */
  public MemorySegment workspace(long bytes) {
    if (bytes > KEPT_WORKSPACE_BYTES) {
      return Arena.ofAuto().allocate(bytes, 8);
    }
    if (workspace.byteSize() < bytes) {
      workspace = Arena.ofAuto().allocate(Math.max(bytes, workspace.byteSize() * 2), 8);
    }
    return workspace;
  }

  /** Views for a command that has many in hand at once: at least so many, to be set by it. */
  public Slice[] views(int count) {
    int old = views.length;
    if (old < count) {
      views = Arrays.copyOf(views, count);
      for (int i = old; i < count; i++) {
        views[i] = new Slice();
      }
    }
    return views;
  }

  /** A copy of bytes that are about to go, as a slice that is valid until the next such one. */
  public Slice copied(Slice bytes) {
    if (bytes.length() > SCRATCH_BYTES) {
      return Slice.of(bytes.toBytes());
    }
    bytes.copyTo(scratch, 0);
    return scratchView.set(scratch, 0, bytes.length());
  }

  /** The client's selected database. */
  public Database database() {
    return database;
  }

  /**
   * Another database by number.
   *
   * @throws CommandException where there is none
   */
  public Database database(long index) {
    if (index < 0 || index >= partitions.databases()) {
      throw ErrorReply.DB_INDEX_OUT_OF_RANGE.exception();
    }
    return worker.database((int) index);
  }

  /** An empty list for the keys that a command finds. */
  public KeyList keyList() {
    keyList.clear();
    return keyList;
  }

  /** An empty pool for the members that a command gathers; to be cleared after use. */
  public MemberPool memberPool() {
    if (memberPool == null) {
      memberPool = new MemberPool(partitions.hasher());
    }
    memberPool.clear();
    return memberPool;
  }

  public Reply reply() {
    return reply;
  }

  public Client client() {
    return client;
  }

  /** The server that all this belongs to. */
  public Engine engine() {
    return worker.engine();
  }

  /** The worker whose thread runs the command. */
  public Worker worker() {
    return worker;
  }

  /** The time of the call in milliseconds since 1970. */
  public long nowMillis() {
    return worker.nowMillis();
  }

  /** What a deadline is compared with to tell whether it has passed. */
  public long expiryMillis() {
    return worker.expiryMillis();
  }

  /**
   * Makes the client wait for keys of the call, which nobody has answered: no further request of
   * its runs until one of them serves or the time is up. In a transaction the time is up at once.
   *
   * @param timeoutNanos how long; 0 or less: for ever
   * @param first the position of the first key waited for
   * @param last that of the last
   */
  public void block(long timeoutNanos, int first, int last) {
    block(timeoutNanos, first, last, word -> null);
  }

  /**
   * As {@link #block(long, int, int)}, for a call with words that mean something else later.
   *
   * @param settled what stands for the word at a position from now on; null: the word itself
   */
  public void block(long timeoutNanos, int first, int last, IntFunction<@Nullable Slice> settled) {
    if (around != null) {
      ((BlockingCommand) command.command()).mayNotWait(reply);
      return;
    }
    BlockedCall.Place[] places = new BlockedCall.Place[last - first + 1];
    for (int i = 0; i < places.length; i++) {
      Key key = key(first + i);
      WaitedKey waited = new WaitedKey(database.index(), key.bytes());
      places[i] = new BlockedCall.Place(waited, key.partition(), first + i);
    }
    KeyPositions all = new KeyPositions().find(command, request);
    Partition[] others =
        IntStream.range(0, all.count())
            .map(all::position)
            .filter(position -> position < first || position > last)
            .mapToObj(position -> key(position).partition())
            .distinct()
            .toArray(Partition[]::new);
    client.beginWait(new BlockedCall(this, places, others, settled), worker, timeoutNanos);
  }

  /** Notes that the command has changed something besides keys, which is to be in the log. */
  public void changedServer() {
    worker.propagation().changed();
    worker.statistics().changes++;
  }

  /** Where a command says in which words its change is to be written down, if not its own. */
  public Propagation propagation() {
    return worker.propagation();
  }

  /** Makes the rest of the call, from now on, write in another protocol (HELLO). */
  public void reply(Reply newReply) {
    reply = newReply;
  }
}
