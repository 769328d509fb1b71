package io.jacinth.engine.eviction;

import io.jacinth.engine.Clock;
import io.jacinth.engine.Statistics;
import io.jacinth.engine.config.MaxmemoryPolicy;
import io.jacinth.engine.config.MemorySettings;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Partition;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.keyspace.Sampling;
import java.util.SplittableRandom;

/**
 * Makes room when more memory is used than {@code maxmemory} allows. Owned by one worker and run on
 * its thread with no lock held; all workers evict at once, each with candidates of its own, from
 * all partitions alike.
 *
 * <p>What is gone but not yet freed (flushed databases, large collections) makes room first. Then
 * keys go one by one: a bucket of a partition drawn at random, in proportion to its keys, is looked
 * at, what it has of keys worth removing joins the {@link CandidatePool}, and the best of these is
 * removed. A partition's lock is held for one bucket or one removal.
 *
 * <p>A command that takes memory makes the room that it needs for no longer than {@code
 * maxmemory-eviction-tenacity} allows. Where that is not enough, because the limit has been lowered
 * or what goes is much smaller than what comes, the command still frees twice what it brings, and
 * {@link #goOn turns} on the loops of all workers do the rest.
 */
public final class Evictor {
  /** Steps between two looks at the clock and at what other workers have freed meanwhile. */
  private static final int STEPS_A_LOOK = 16;

  /** Draws in a row that may find nothing before there is held to be nothing. */
  private static final int MOST_FUTILE_DRAWS = 64;

  private static final int MOST_SAMPLES = 1024;
  private static final int BLOCKS_A_STEP = 256;

  /** An excess above this has not come from commands that kept in step: the limit was lowered. */
  private static final long IN_STEP_BYTES = 4 << 20;

  /** While behind, a command takes no more than this part of its time. */
  private static final int SHARE_WHILE_BEHIND = 8;

  /** So much a command frees however long it takes, if it brings half as much. */
  private static final long MOST_OWN_BYTES = 256 << 10;

  private static final long NOTHING_LEFT = -1;
  private static final int LEAST_LIKELY = 255;

  private final MemoryLimit limit;
  private final MemorySettings settings;
  private final Partitions partitions;
  private final Sampling sampling;
  private final Database anyDatabase;
  private final Population population;
  private final CandidatePool pool = new CandidatePool();
  private final Patience patience;
  private final SplittableRandom random;
  private final Clock clock;
  private final Statistics statistics;
  private MaxmemoryPolicy policy = MaxmemoryPolicy.NOEVICTION;
  private final Database.Visitor offer = this::offer;
  private int drawnFrom;

  /** The partition from which on something may wait to be freed. */
  private int nextDoomed;

  public Evictor(
      MemoryLimit limit,
      Partitions partitions,
      Database[] databases,
      Statistics statistics,
      Clock clock,
      SplittableRandom random) {
    this.limit = limit;
    this.settings = limit.settings();
    this.partitions = partitions;
    this.sampling = new Sampling(partitions, databases);
    this.anyDatabase = databases[0];
    this.population = new Population(sampling);
    this.patience = new Patience(settings.maxmemoryEvictionTenacity);
    this.statistics = statistics;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Makes room before a command; false where the limit is exceeded and nothing can be removed.
   *
   * @param bytes what the command's request takes: a guess at what it brings
   */
  public boolean makeRoom(long bytes) {
    long excess = limit.excessBytes();
    if (excess <= 0) {
      limit.exceeded(false);
      return true;
    }
    long allowed = patience.nanos();
    return free(
        excess,
        Math.min(2 * bytes, MOST_OWN_BYTES),
        excess > IN_STEP_BYTES ? allowed / SHARE_WHILE_BEHIND : allowed);
  }

  /**
   * Goes on evicting for as long as one command may; true where it is to go on soon, since the
   * limit is still exceeded.
   */
  public boolean goOn() {
    long excess = limit.excessBytes();
    if (excess <= 0) {
      limit.exceeded(false);
      return false;
    }
    return free(excess, 0, patience.nanos()) && limit.excessBytes() > 0;
  }

  /**
   * Frees until the goal is reached, be it with the help of others, or, once it has freed at least
   * so much, the time is up.
   */
  private boolean free(long goal, long atLeast, long nanos) {
    long start = clock.nanoTime();
    begin();
    long freed = 0;
    for (int steps = 1; freed < goal; steps++) {
      long more = freeSome();
      if (more == NOTHING_LEFT) {
        limit.exceeded(true);
        return false;
      }
      freed += more;
      if (steps % STEPS_A_LOOK == 0) {
        if (limit.excessBytes() <= 0) {
          break;
        }
        if (freed >= atLeast && clock.nanoTime() - start >= nanos) {
          limit.exceeded(true);
          return true;
        }
      }
    }
    limit.exceeded(false);
    return true;
  }

  private void begin() {
    nextDoomed = 0;
    MaxmemoryPolicy chosen = settings.maxmemoryPolicy.value();
    if (policy != chosen) {
      policy = chosen;
      pool.clear();
    }
  }

  /** Frees a little; answers how many bytes that gave, or that nothing is left. */
  private long freeSome() {
    while (nextDoomed < partitions.count()) {
      Partition partition = partitions.get(nextDoomed);
      if (partition.doomedKeys() > 0) {
        return reclaim(partition);
      }
      nextDoomed++;
    }
    return switch (policy) {
      case NOEVICTION -> NOTHING_LEFT;
      case ALLKEYS_RANDOM, VOLATILE_RANDOM -> evictAny();
      case ALLKEYS_LRU, VOLATILE_LRU, ALLKEYS_LFU, VOLATILE_LFU, VOLATILE_TTL -> evictBest();
    };
  }

  private long reclaim(Partition partition) {
    partition.lock().lock();
    try {
      long before = partition.usedBytes();
      statistics.reclaimed(partition.reclaimSome(BLOCKS_A_STEP));
      if (!partition.hasDoomed()) {
        nextDoomed++;
      }
      return before - partition.usedBytes();
    } finally {
      partition.lock().unlock();
    }
  }

  private long evictAny() {
    for (int futile = 0; futile < MOST_FUTILE_DRAWS; futile++) {
      int cell = population.draw(policy.isVolatile(), random.nextLong());
      if (cell < 0) {
        return NOTHING_LEFT;
      }
      Partition partition = sampling.partition(cell);
      partition.lock().lock();
      try {
        long ref = sampling.draw(cell, policy.isVolatile(), random.nextLong());
        if (ref != 0) {
          return evict(partition, cell, ref);
        }
      } finally {
        partition.lock().unlock();
      }
      population.forget();
    }
    return NOTHING_LEFT;
  }

  private long evictBest() {
    for (int futile = 0; futile < MOST_FUTILE_DRAWS; futile++) {
      boolean hasSeen = sample();
      while (!pool.isEmpty()) {
        pool.removeBest();
        long freed = evictCandidate();
        if (freed != NOTHING_LEFT) {
          return freed;
        }
      }
      if (!hasSeen) {
        population.forget();
        if (population.draw(policy.isVolatile(), random.nextLong()) < 0) {
          return NOTHING_LEFT;
        }
      }
    }
    return NOTHING_LEFT;
  }

  /** Looks at some keys of all partitions; false where it found none. */
  private boolean sample() {
    long wanted = Math.min(settings.maxmemorySamples.value(), MOST_SAMPLES);
    long seen = 0;
    for (int draws = 0; seen < wanted && draws < wanted; draws++) {
      drawnFrom = population.draw(policy.isVolatile(), random.nextLong());
      if (drawnFrom < 0) {
        return seen > 0;
      }
      Partition partition = sampling.partition(drawnFrom);
      partition.lock().lock();
      try {
        seen += sampling.visitBucket(drawnFrom, policy.isVolatile(), random.nextLong(), offer);
      } finally {
        partition.lock().unlock();
      }
    }
    return seen > 0;
  }

  private void offer(Entry entry) {
    long score = score(entry);
    if (pool.accepts(score)) {
      pool.add(score, drawnFrom, sampling.hash(entry), entry.ref());
    }
  }

  /** The higher, the sooner an entry goes. */
  private long score(Entry entry) {
    return switch (policy) {
      case ALLKEYS_LRU, VOLATILE_LRU -> anyDatabase.idleSeconds(entry);
      case ALLKEYS_LFU, VOLATILE_LFU -> LEAST_LIKELY - anyDatabase.frequency(entry);
      case VOLATILE_TTL -> Long.MAX_VALUE - entry.deadlineMillis();
      case ALLKEYS_RANDOM, VOLATILE_RANDOM, NOEVICTION -> 0;
    };
  }

  /** Removes what the pool has given out, unless it is gone or has become worth keeping. */
  private long evictCandidate() {
    int cell = pool.cell();
    Partition partition = sampling.partition(cell);
    partition.lock().lock();
    try {
      Entry entry = sampling.find(cell, policy.isVolatile(), pool.hash(), pool.ref());
      return entry == null || score(entry) < pool.score()
          ? NOTHING_LEFT
          : evict(partition, cell, pool.ref());
    } finally {
      partition.lock().unlock();
    }
  }

  private long evict(Partition partition, int cell, long ref) {
    long before = partition.usedBytes();
    sampling.evict(cell, ref);
    statistics.evicted();
    if (partition.doomedKeys() > 0) {
      nextDoomed = Math.min(nextDoomed, partition.number());
    }
    return before - partition.usedBytes();
  }
}
