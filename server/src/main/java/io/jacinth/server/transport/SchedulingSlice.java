package io.jacinth.server.transport;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Map;

/**
 * Asks Linux to schedule the calling thread in short turns: where all cores are busy, a loop that
 * wakes up for a request then waits for a fraction of a millisecond until it runs, not for the turn
 * of several milliseconds that a thread is given by default. Its share of the processor stays the
 * same. The EEVDF scheduler, from Linux 6.12 on, honours the wish; an older one ignores it.
 *
 * <p>See sched_setattr(2): {@code sched_runtime} of a thread of the policy SCHED_OTHER.
 */
final class SchedulingSlice {
  /** The shortest that the scheduler accepts. */
  private static final long NANOS = 100_000;

  /** Numbers of the system call on the processors that a JDK is made for. */
  private static final Map<String, Long> SCHED_SETATTR = Map.of("amd64", 314L, "aarch64", 274L);

  /** {@code struct sched_attr}: size, policy, flags, nice, priority, runtime, deadline, period. */
  private static final int ATTRIBUTE_BYTES = 48;

  private static final int RUNTIME_OFFSET = 24;

  private SchedulingSlice() {}

  /** Does it where it can be done, without a word where not. */
  static void shorten() {
    Long number = SCHED_SETATTR.get(System.getProperty("os.arch"));
    if (number == null
        || !System.getProperty("os.name").equals("Linux")
        || !SchedulingSlice.class.getModule().isNativeAccessEnabled()) {
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment attributes = arena.allocate(ATTRIBUTE_BYTES, 8);
      attributes.set(JAVA_INT, 0, ATTRIBUTE_BYTES);
      attributes.set(JAVA_LONG, RUNTIME_OFFSET, NANOS);
      long unused = (long) systemCall().invokeExact((long) number, 0, attributes, 0);
    } catch (Throwable unavailable) {
      // The thread keeps its usual turns.
    }
  }

  /** {@code syscall(number, pid, attributes, flags)}. */
  @SuppressWarnings("restricted") // asked for only where native access is allowed
  private static MethodHandle systemCall() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("syscall"),
        FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT),
        Linker.Option.firstVariadicArg(1));
  }
}
