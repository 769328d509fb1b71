package io.jacinth.scripting;

import io.jacinth.engine.Client;
import io.jacinth.protocol.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the debugger has to tell its client: lines, which are sent together as an array. */
final class DebugLog {
  private static final int USUAL_MOST = 256;

  /** The least to which values can be trimmed. */
  private static final int LEAST = 60;

  private final Client client;
  private final List<String> lines = new ArrayList<>();
  private int most = USUAL_MOST;
  private boolean hasHinted;

  DebugLog(Client client) {
    this.client = client;
  }

  void add(String line) {
    lines.add(line.replace('\r', ' ').replace('\n', ' '));
  }

  /** Adds a line that may be long. */
  void addTrimmed(String line) {
    if (most == 0 || line.length() <= most) {
      add(line);
      return;
    }
    add(line.substring(0, most) + " ...");
    if (!hasHinted) {
      hasHinted = true;
      add("<hint> The above reply was trimmed. Use 'maxlen 0' to disable trimming.");
    }
  }

  /** Sets the length to which lines are trimmed; 0: none is. */
  void most(int newMost) {
    hasHinted = true;
    most = newMost == 0 ? 0 : Math.max(newMost, LEAST);
  }

  void addMost() {
    add(
        most == 0
            ? "<value> replies are unlimited."
            : "<value> replies are truncated at " + most + " bytes.");
  }

  /** Sends the lines at once. From the thread of the session. */
  void send() {
    StringBuilder bytes = new StringBuilder("*" + lines.size() + "\r\n");
    lines.forEach(line -> bytes.append('+').append(line).append("\r\n"));
    lines.clear();
    client.say(bytes.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Writes the lines before the reply of the script. On the client's loop. */
  void end(Reply reply) {
    add("<endsession>");
    reply.array(lines.size());
    lines.forEach(reply::status);
    lines.clear();
  }
}
