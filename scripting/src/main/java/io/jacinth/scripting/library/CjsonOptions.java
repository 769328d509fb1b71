package io.jacinth.scripting.library;

/**
 * What scripts have chosen for cjson. As in Redis a choice stays for all scripts to come; each
 * field stands for itself and may be written by any thread.
 */
final class CjsonOptions {
  /** What becomes of numbers that JSON has no form for. */
  enum Invalid {
    OFF,
    ON,
    NULL
  }

  volatile boolean convertsSparse;
  volatile int sparseRatio = 2;
  volatile int sparseSafe = 10;
  volatile int encodeDepth = 1000;
  volatile int decodeDepth = 1000;
  volatile int precision = 14;
  volatile boolean keepsBuffer = true;
  volatile Invalid encodesInvalid = Invalid.OFF;
  volatile Invalid decodesInvalid = Invalid.ON;
}
