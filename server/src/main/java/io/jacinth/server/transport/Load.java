package io.jacinth.server.transport;

/**
 * How busy the machine was in a period of time.
 *
 * @param running processors that the loops in use ran on, from 0 to their number
 * @param waiting processors that they would have run on besides, had there been any
 * @param idle processors that nobody used
 * @param commands commands run a second
 */
record Load(double running, double waiting, double idle, double commands) {
  /** Processors that the loops in use could have used. */
  double demand() {
    return running + waiting;
  }

  /** Processor time of a command, in seconds. */
  double cost() {
    return running / Math.max(1, commands);
  }
}
