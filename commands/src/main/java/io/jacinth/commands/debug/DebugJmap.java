package io.jacinth.commands.debug;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** {@code DEBUG JMAP}: what lies in the Java heap, by class, as {@code jcmd} tells it. */
final class DebugJmap {
  static final DebugWord WORD =
      new DebugWord("JMAP", "", "Lists the classes of the Java heap.", 0, DebugJmap::run);

  private static final String ALL_INSTANCES = "-all";

  private DebugJmap() {}

  private static void run(Call call) {
    call.reply().bulk(histogram());
  }

  private static String histogram() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[] {ALL_INSTANCES}},
                  new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new CommandException("ERR the JVM tells nothing of its heap: " + e.getMessage());
    }
  }
}
