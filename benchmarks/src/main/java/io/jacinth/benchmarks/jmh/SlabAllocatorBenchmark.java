package io.jacinth.benchmarks.jmh;

import io.jacinth.memory.ArenaChunks;
import io.jacinth.memory.SlabAllocator;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Blocks of a small entry's sizes, taken and given back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SlabAllocatorBenchmark {

  private static final int LIVE_BLOCKS = 1 << 20;
  private static final int SMALLEST_BYTES = 24;
  private static final int LARGEST_BYTES = 200;
  private static final long SEED = 42;

  private final SlabAllocator slabs = SlabAllocator.create(new ArenaChunks(Runnable::run));
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final long[] blocks = new long[LIVE_BLOCKS];

  @Setup
  public void fill() {
    for (int i = 0; i < LIVE_BLOCKS; i++) {
      blocks[i] = slabs.allocate(size());
    }
  }

  @TearDown
  public void free() {
    slabs.close();
  }

  /** The block just freed is the next one taken. */
  @Benchmark
  public long takeAndGiveBack() {
    long block = slabs.allocate(64);
    slabs.free(block);
    return block;
  }

  /** Any of a million blocks is replaced by one of another size. */
  @Benchmark
  public void replaceAny() {
    int index = random.nextInt(LIVE_BLOCKS);
    slabs.free(blocks[index]);
    blocks[index] = slabs.allocate(size());
  }

  private long size() {
    return random.nextInt(SMALLEST_BYTES, LARGEST_BYTES);
  }
}
