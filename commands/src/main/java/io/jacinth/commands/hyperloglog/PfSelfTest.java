package io.jacinth.commands.hyperloglog;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import java.lang.foreign.MemorySegment;

/**
 * {@code PFSELFTEST}: fills registers with random values and reads them back, then adds a million
 * elements and looks from time to time whether the estimate is near.
 */
final class PfSelfTest implements Command {
  private static final int ELEMENTS = 1_000_000;

  /** The estimate's standard error, and how many times that is still chance. */
  private static final double STANDARD_ERROR = 1.04 / Math.sqrt(HyperLogLog.REGISTERS);

  private static final int TOLERANCE = 6;

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PFSELFTEST")
        .in(CommandGroup.HYPERLOGLOG)
        .since("2.8.9")
        .summary("Tests the registers and the estimates of HyperLogLogs.")
        .complexity("N/A")
        .systemCommand()
        .flags(ADMIN);
  }

  @Override
  public void run(Call call) {
    MemorySegment memory = Registers.memory(call);
    long seed = call.engine().random().nextLong();
    testRegisters(memory, seed);
    testEstimates(memory, seed);
    call.reply().ok();
  }

  /** Dense registers keep their values, and those of their neighbours. */
  private static void testRegisters(MemorySegment memory, long seed) {
    for (int i = 0; i < HyperLogLog.REGISTERS; i++) {
      DenseRegisters.set(memory, 0, i, valueOf(seed, i));
    }
    for (int i = 0; i < HyperLogLog.REGISTERS; i++) {
      int value = DenseRegisters.get(memory, 0, i);
      if (value != valueOf(seed, i)) {
        throw new CommandException(
            "ERR TESTFAILED Register " + i + " should be " + valueOf(seed, i) + " but is " + value);
      }
    }
  }

  private static int valueOf(long seed, int index) {
    return (int) ElementHash.of(seed + index) & DenseRegisters.MOST;
  }

  private static void testEstimates(MemorySegment memory, long seed) {
    RegisterArray.clear(memory);
    int checkpoint = 10;
    for (int added = 1; added <= ELEMENTS; added++) {
      long hash = ElementHash.of(seed + added);
      DenseRegisters.raise(memory, 0, ElementHash.register(hash), ElementHash.run(hash));
      if (added == checkpoint) {
        testEstimate(memory, added);
        checkpoint *= 10;
      }
    }
  }

  private static void testEstimate(MemorySegment memory, int added) {
    RegisterArray.clearHistogram(memory);
    DenseRegisters.count(memory, memory, 0);
    long error = Math.abs(Estimate.of(memory) - added);
    if (error > Math.ceil(STANDARD_ERROR * TOLERANCE * added)) {
      throw new CommandException(
          "ERR TESTFAILED Too big error. card:" + added + " abserr:" + error);
    }
  }
}
