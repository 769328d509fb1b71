package io.jacinth.engine.value;

/** What {@code list-max-listpack-size} says of a packed list and of a node. No state. */
final class ListLimits {
  private static final int BYTES_BY_COUNT = 8192;
  private static final int LEAST_BYTES = 4096;
  private static final int CLASSES = 5;

  private ListLimits() {}

  /** The most bytes: 4 to 64 KB for -1 to -5, else 8 KB. */
  static int mostBytes(long setting) {
    return setting >= 0 ? BYTES_BY_COUNT : LEAST_BYTES << Math.min(-setting, CLASSES) - 1;
  }

  /** The most elements. */
  static int mostElements(long setting) {
    return setting < 0 ? NodeRing.MAX_COUNT : Math.clamp(setting, 1, NodeRing.MAX_COUNT);
  }

  /** Whether a list of so many bytes and elements is no longer packed. */
  static boolean isExceeded(long setting, long bytes, long elements) {
    return bytes > mostBytes(setting) || setting >= 0 && elements > Math.max(setting, 1);
  }

  /** Whether a list that is no longer packed has become small enough to be packed again. */
  static boolean isSmall(long setting, long bytes, long elements) {
    return setting < 0
        ? bytes <= mostBytes(setting) / 2
        : bytes <= mostBytes(setting) && elements <= setting / 2;
  }
}
