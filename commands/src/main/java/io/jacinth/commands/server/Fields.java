package io.jacinth.commands.server;

import io.jacinth.protocol.Reply;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A map of a reply whose size is known only when all its fields are. */
final class Fields {
  private final Reply reply;
  private final List<Runnable> writers = new ArrayList<>();

  Fields(Reply reply) {
    this.reply = reply;
  }

  /** Adds a field whose value is written later. */
  void add(String name, Runnable value) {
    writers.add(
        () -> {
          reply.bulk(name);
          value.run();
        });
  }

  /** Adds a text unless there is none. */
  void text(String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      add(name, () -> reply.bulk(text));
    }
  }

  /** Adds a set of words unless it is empty. */
  void words(String name, List<String> words) {
    if (!words.isEmpty()) {
      add(
          name,
          () -> {
            reply.set(words.size());
            words.forEach(reply::status);
          });
    }
  }

  void write() {
    reply.map(writers.size());
    writers.forEach(Runnable::run);
  }
}
