package io.jacinth.benchmarks.jmh;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.jacinth.memory.ArenaChunks;
import io.jacinth.memory.HashIndex;
import io.jacinth.memory.SlabAllocator;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Entries of one word each, looked up at random: in the processor's caches with few, out of them
 * with many.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HashIndexBenchmark {

  private static final int ENTRY_BYTES = 32;
  private static final long SEED = 42;

  @Param({"1000", "4000000"})
  private int entries;

  private final SlabAllocator slabs = SlabAllocator.create(new ArenaChunks(Runnable::run));
  private final HashIndex<Wanted> index = new HashIndex<>(slabs, new Words());
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Wanted wanted = new Wanted();

  @Setup
  public void fill() {
    for (int number = 0; number < entries; number++) {
      insert(number);
    }
  }

  @TearDown
  public void free() {
    slabs.close();
  }

  @Benchmark
  public long findPresent() {
    return find(random.nextInt(entries));
  }

  @Benchmark
  public long findAbsent() {
    return find(entries + random.nextInt(entries));
  }

  /**
   * One entry goes and comes back: the size stays, so that buckets are neither split nor merged for
   * long.
   */
  @Benchmark
  public void removeAndInsert() {
    int number = random.nextInt(entries);
    long ref = find(number);
    index.remove(hash(number), ref);
    slabs.free(ref);
    insert(number);
  }

  private long find(long number) {
    wanted.number = number;
    return index.find(hash(number), wanted);
  }

  private void insert(long number) {
    long ref = slabs.allocate(ENTRY_BYTES);
    slabs.segment(ref).set(JAVA_LONG, SlabAllocator.offset(ref), number);
    index.insert(hash(number), ref);
  }

  private static long hash(long number) {
    long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
    return mixed ^ mixed >>> 32;
  }

  private static final class Wanted {
    private long number;
  }

  private final class Words implements HashIndex.Entries<Wanted> {
    @Override
    public boolean matches(long ref, Wanted key) {
      return word(ref) == key.number;
    }

    @Override
    public long hash(long ref) {
      return HashIndexBenchmark.hash(word(ref));
    }

    private long word(long ref) {
      return slabs.segment(ref).get(JAVA_LONG, SlabAllocator.offset(ref));
    }
  }
}
