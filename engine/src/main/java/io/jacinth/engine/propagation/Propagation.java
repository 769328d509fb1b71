package io.jacinth.engine.propagation;

import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.protocol.Slice;

/**
 * Writes down what a worker's commands change. A command that changed something is written in its
 * own words, unless it has said others ({@link #instead}): what happened by chance, by the clock or
 * to whoever waited is written as what came of it. The commands of a transaction make one group,
 * which a reader takes whole.
 *
 * <p>Owned by the worker. {@link #end} must come before the locks under which the change was made
 * are given up.
 */
public final class Propagation {
  /** How the present command is to be written down, if it changes anything. */
  private enum Form {
    OWN_WORDS,
    OTHER_WORDS,
    NOT_AT_ALL
  }

  /** The words of a call, for one that is written down as it came. */
  public interface Words {
    int count();

    Slice argument(int index);
  }

  private final PropagationLog log;
  private final Lane lane;
  private final CommandBuffer group = new CommandBuffer();
  private final CommandBuffer alone = new CommandBuffer();

  /** Whether the commands to come belong to one group. */
  private boolean isGroup;

  /** Where the group ended before its present command. */
  private int mark;

  private int commandsAtMark;
  private boolean isChanged;

  /** Whether anything was written since the last batch ended. */
  private boolean hasAppended;

  private long lastTicket;

  private Form form = Form.OWN_WORDS;

  /** Whether nothing is to be written down, whatever changes. */
  private boolean isMuted;

  /** The database that the present command began in. */
  private int database;

  public Propagation(PropagationLog log) {
    this.log = log;
    this.lane = log.newLane();
  }

  /** Whether anything is to be written at all. */
  public boolean isOn() {
    return log.isOn();
  }

  // ---------------------------------------------------------------- around a command

  /** Begins a command in a database. */
  public void begin(int newDatabase) {
    mark = group.used();
    commandsAtMark = group.commands();
    isChanged = false;
    form = Form.OWN_WORDS;
    database = newDatabase;
  }

  /** Notes that the present command has changed something. */
  public void changed() {
    isChanged = true;
  }

  /** Notes what has become of a key: changed by the present command, or gone by itself. */
  public void changed(int keysDatabase, Slice key, KeyEvent event) {
    switch (event) {
      case EVICTED -> removed(keysDatabase, key);
      default -> isChanged = true;
    }
  }

  /** Ends a command: what it changed, if anything, joins the group, which ends unless held open. */
  public void end(Words call) {
    if (!isChanged || !isOn() || isMuted || form == Form.NOT_AT_ALL) {
      group.cutTo(mark, commandsAtMark);
    } else if (form == Form.OWN_WORDS) {
      group.start(database);
      for (int i = 0; i < call.count(); i++) {
        group.word(call.argument(i));
      }
    }
    group.close();
    isChanged = false;
    if (!isGroup) {
      flush();
    }
  }

  /** Ends a batch of commands: whoever waits for them to be on disk is not kept waiting. */
  public void batchEnd() {
    if (hasAppended) {
      hasAppended = false;
      log.batchEnd();
    }
  }

  /**
   * The ticket of what commands have changed last. Keys that went by themselves do not count: no
   * client was promised that.
   */
  public long lastTicket() {
    return lastTicket;
  }

  /** Leaves what is changed from now on unwritten, or no longer. */
  public void mute(boolean newIsMuted) {
    isMuted = newIsMuted;
  }

  /** Makes the commands to come one group, until {@link #endGroup}. */
  public void beginGroup() {
    isGroup = true;
  }

  /** Where the group has got to, for {@link #backTo}. Between two commands. */
  public long place() {
    return (long) group.commands() << 32 | group.used();
  }

  /** Forgets what has been written of the group since it was at a place. Between two commands. */
  public void backTo(long place) {
    group.cutTo((int) place, (int) (place >>> 32));
  }

  /** Ends the group. */
  public void endGroup() {
    isGroup = false;
    flush();
  }

  private void flush() {
    if (group.used() > 0) {
      lastTicket = lane.append(group);
      hasAppended = true;
      group.clear();
      mark = 0;
      commandsAtMark = 0;
    }
  }

  // ---------------------------------------------------------------- what commands say

  /**
   * Begins a command that stands in the place of the present one's own words; further ones may
   * follow it. They count only if the present command changes something.
   */
  public Propagation instead(String name) {
    if (isOn()) {
      group.close();
      form = Form.OTHER_WORDS;
      group.start(database);
      group.word(name);
    }
    return this;
  }

  /** Says that what the present command changes is not to be written down. */
  public void nothing() {
    form = Form.NOT_AT_ALL;
  }

  /** Adds a word to the command that was begun last. */
  public Propagation word(Slice word) {
    if (group.isOpen()) {
      group.word(word);
    }
    return this;
  }

  /** Adds a word of single-byte characters. */
  public Propagation word(String word) {
    if (group.isOpen()) {
      group.word(word);
    }
    return this;
  }

  /** Adds an integer's digits as a word. */
  public Propagation word(long value) {
    if (group.isOpen()) {
      group.word(value);
    }
    return this;
  }

  // ---------------------------------------------------------------- what happens by itself

  /** Writes that a key has gone by itself, before whatever the present command changes. */
  public void removed(int keysDatabase, Slice key) {
    if (isOn()) {
      alone.start(keysDatabase);
      alone.word("DEL");
      alone.word(key);
      appendAlone();
    }
  }

  /**
   * Writes that a field of a hash has gone by itself; {@link #endFields} ends what goes together.
   */
  public void fieldRemoved(int keysDatabase, Slice key, Slice field) {
    if (!isOn()) {
      return;
    }
    if (!alone.isOpen()) {
      alone.start(keysDatabase);
      alone.word("HDEL");
      alone.word(key);
    }
    alone.word(field);
  }

  /** Ends what {@link #fieldRemoved} began. */
  public void endFields() {
    if (alone.isOpen()) {
      appendAlone();
    }
  }

  private void appendAlone() {
    alone.close();
    lane.append(alone);
    alone.clear();
  }

  void mark() {
    lane.append(alone);
  }
}
