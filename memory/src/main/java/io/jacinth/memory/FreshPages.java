package io.jacinth.memory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Memory from the system of which no page is there yet: each comes when it is first touched. An
 * arena by itself clears what it gives, which for a chunk takes milliseconds in one go. Asks Linux
 * directly (mmap(2)) where a native call is allowed, and takes cleared memory of the arena
 * elsewhere.
 */
final class FreshPages {
  static final int PAGE_BYTES = 4096;

  private static final int READ_WRITE = 3;
  private static final int PRIVATE_ANONYMOUS = 0x22;
  private static final long FAILED = -1;

  private static final boolean ARE_MAPPED =
      System.getProperty("os.name").equals("Linux")
          && FreshPages.class.getModule().isNativeAccessEnabled();

  private FreshPages() {}

  /** Whether memory comes without its pages. */
  static boolean areMapped() {
    return ARE_MAPPED;
  }

  /**
   * Cleared memory that begins on a page and goes back to the system when the arena is closed.
   *
   * @throws OutOfMemoryError where the system refuses, or elsewhere the JVM
   */
  @SuppressWarnings("restricted") // asked for only where native access is allowed
  static MemorySegment take(Arena arena, long bytes) {
    if (!ARE_MAPPED) {
      return arena.allocate(bytes, PAGE_BYTES);
    }
    long address = Calls.map(bytes);
    if (address == FAILED) {
      throw new OutOfMemoryError("the system refuses " + bytes + " bytes of memory");
    }
    return MemorySegment.ofAddress(address).reinterpret(bytes, arena, Calls::unmap);
  }

  /** Has the pages of a part come, which is not used yet. */
  static void touch(MemorySegment memory, long offset, long bytes) {
    for (long at = offset; at < offset + bytes; at += PAGE_BYTES) {
      memory.set(JAVA_BYTE, at, (byte) 0);
    }
  }

  /** Looked up only where it may be called. */
  private static final class Calls {
    private static final ValueLayout.OfLong SIZE = JAVA_LONG;

    private static final MethodHandle MMAP =
        function(
            "mmap",
            FunctionDescriptor.of(JAVA_LONG, ADDRESS, SIZE, JAVA_INT, JAVA_INT, JAVA_INT, SIZE));

    private static final MethodHandle MUNMAP =
        function("munmap", FunctionDescriptor.of(JAVA_INT, ADDRESS, SIZE));

    @SuppressWarnings("restricted") // see above
    private static MethodHandle function(String name, FunctionDescriptor signature) {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), signature);
    }

    static long map(long bytes) {
      try {
        return (long)
            MMAP.invokeExact(MemorySegment.NULL, bytes, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0L);
      } catch (Throwable impossible) {
        throw new AssertionError(impossible);
      }
    }

    static void unmap(MemorySegment memory) {
      int result;
      try {
        result = (int) MUNMAP.invokeExact(memory, memory.byteSize());
      } catch (Throwable impossible) {
        throw new AssertionError(impossible);
      }
      if (result != 0) {
        throw new IllegalStateException("munmap refuses " + memory);
      }
    }
  }
}
