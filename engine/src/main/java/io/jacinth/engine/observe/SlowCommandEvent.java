package io.jacinth.engine.observe;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** JFR's record of a command that SLOWLOG remembers. */
@Name("jacinth.SlowCommand")
@Label("Slow Command")
@Category("Jacinth")
@Description("A command that took as long as slowlog-log-slower-than says")
@StackTrace(false)
final class SlowCommandEvent extends Event {
  @Label("Command")
  final String command;

  @Label("Arguments")
  @Description("Number of words of the request, the command's name included")
  final int arguments;

  @Label("Time Taken")
  @Timespan(Timespan.NANOSECONDS)
  final long timeTaken;

  @Label("Reply Size")
  @DataAmount
  final long replySize;

  @Label("Client")
  final String client;

  SlowCommandEvent(String command, int arguments, long timeTaken, long replySize, String client) {
    this.command = command;
    this.arguments = arguments;
    this.timeTaken = timeTaken;
    this.replySize = replySize;
    this.client = client;
  }
}
