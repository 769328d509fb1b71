package io.jacinth.engine.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** JFR's record of an event loop that was kept from its other connections. */
@Name("jacinth.LoopStall")
@Label("Loop Stall")
@Category("Jacinth")
@Description("An event loop was busy with one thing, or late, for loop-stall-threshold and longer")
@StackTrace(false)
final class LoopStallEvent extends Event {
  @Label("Cause")
  @Description(
      "requests: those of one read of a connection; late: the loop did not run; else a chore")
  final String cause;

  @Label("Time Taken")
  @Timespan(Timespan.NANOSECONDS)
  final long timeTaken;

  LoopStallEvent(String cause, long timeTaken) {
    this.cause = cause;
    this.timeTaken = timeTaken;
  }
}
