package io.jacinth.engine;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.jacinth.engine.config.KeyspaceEvents;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.pubsub.PubSub;
import io.jacinth.engine.tracking.Broadcasts;
import io.jacinth.engine.tracking.Tracking;
import io.jacinth.protocol.Decimals;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Tells what one worker's commands do to keys: on channels named after the key and after the event
 * ({@code notify-keyspace-events}), and to clients that cache keys. Owned by the worker; a key's
 * events are told under its lock, so that they are in order whoever causes them.
 */
final class KeyNews {
  /** Beside the bits of {@link KeyspaceEvents}: some client caches keys. */
  static final int TRACKING = 1 << 20;

  private static final int PREFIX_BYTES = 32;

  private final PubSub pubSub;
  private final Tracking tracking;
  private final Broadcasts broadcasts;
  private MemorySegment memory = Arena.ofAuto().allocate(1024);
  private final Slice channel = new Slice();
  private final Slice name = new Slice();

  /** Whether anything waits for the end of the command. */
  private boolean isPending;

  KeyNews(Engine engine) {
    this.pubSub = engine.pubSub();
    this.tracking = engine.tracking();
    this.broadcasts = new Broadcasts(tracking);
  }

  /** A read found no key. */
  void missed(int asked, Database database, Key key) {
    publish(asked, database, key, KeyEvent.KEYMISS);
  }

  /**
   * A key has changed; if it was made, that is told first.
   *
   * @param cause the client that changed it, if one did
   */
  void changed(int asked, Database database, Key key, KeyEvent event, @Nullable Client cause) {
    if ((asked & TRACKING) != 0 && (event.isSeen() || key.isNew())) {
      tracking.changed(key, cause);
      isPending |= broadcasts.changed(key, cause);
    }
    if (key.takeNew() && event != KeyEvent.NEW) {
      publish(asked, database, key, KeyEvent.NEW);
    }
    publish(asked, database, key, event);
  }

  /** Keys have gone, perhaps all. With every lock. */
  void flushed(int asked) {
    if ((asked & TRACKING) != 0) {
      tracking.flushed();
    }
  }

  /** A command is done: what is told once a command is told now. */
  void endCommand() {
    if (isPending) {
      isPending = false;
      broadcasts.send();
    }
  }

  private void publish(int asked, Database database, Key key, KeyEvent event) {
    if ((asked & event.bit()) == 0 || pubSub.isSilent()) {
      return;
    }
    Slice bytes = key.bytes();
    reserve(bytes.length());
    int end = text(0, event.wireName());
    name.set(memory, 0, end);
    if ((asked & KeyspaceEvents.KEYSPACE) != 0) {
      int at = prefix(end, "__keyspace@", database.index());
      bytes.copyTo(memory, at);
      pubSub.publish(channel.set(memory, end, at + bytes.length() - end), name);
    }
    if ((asked & KeyspaceEvents.KEYEVENT) != 0) {
      int at = text(prefix(end, "__keyevent@", database.index()), event.wireName());
      pubSub.publish(channel.set(memory, end, at - end), bytes);
    }
  }

  private void reserve(int keyLength) {
    long needed = keyLength + 4L * PREFIX_BYTES;
    if (memory.byteSize() < needed) {
      memory = Arena.ofAuto().allocate(needed * 2);
    }
  }

  /** The channel's name up to the key or event; answers where that goes. */
  private int prefix(int start, String word, int database) {
    int at = text(start, word);
    at += Decimals.write(database, memory, at);
    return text(at, "__:");
  }

  private int text(int start, String text) {
    for (int i = 0; i < text.length(); i++) {
      memory.set(JAVA_BYTE, start + i, (byte) text.charAt(i));
    }
    return start + text.length();
  }
}
