package io.jacinth.client;

/**
 * What a reply may cost its reader: beyond these a reply is refused as a {@link
 * RespException.ProtocolViolation}.
 *
 * @param maxLineBytes the longest simple string, error, number or length line
 * @param maxBulkBytes the longest bulk string
 * @param maxElements the most elements of one array, set or push, and the most pairs of one map
 * @param maxDepth how deeply arrays may be nested; 1 allows an array of plain values
 */
public record RespLimits(int maxLineBytes, int maxBulkBytes, int maxElements, int maxDepth) {

  /** 64 KB lines, 512 MB bulk strings, 64 M elements, 128 levels. */
  public static final RespLimits DEFAULT = new RespLimits(64 << 10, 512 << 20, 64 << 20, 128);
}
