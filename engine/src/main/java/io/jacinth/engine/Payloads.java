package io.jacinth.engine;

import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.util.List;

/**
 * Values in the form in which DUMP gives them away and RESTORE takes them. Used from every thread.
 */
public interface Payloads {
  /** Answers the payload of a live value as a bulk string. The key's partition is locked. */
  void dump(Database database, Key key, Entry entry, Reply reply);

  /** How many bytes a live value takes in an RDB file, its type's byte not counted. */
  long serializedBytes(Database database, Key key, Entry entry);

  /** Whether bytes end as a payload does: with a version that is known and the right checksum. */
  boolean isIntact(Slice payload);

  /** Whether payloads pass for intact whatever their checksum (DEBUG). */
  void skipsChecksums(boolean isOn);

  /**
   * Whether an intact payload holds a value from its first byte to its last. Nothing else is done.
   */
  boolean isSound(Slice payload);

  /** Answers the payload of libraries of functions as a bulk string. */
  void dumpLibraries(List<Slice> codes, Reply reply);

  /**
   * The libraries of an intact payload.
   *
   * @throws io.jacinth.engine.error.CommandException where there is anything else in it
   */
  List<Slice> libraries(Slice payload);

  /** Puts the value of a sound payload under a key that holds nothing. */
  void restore(Database database, Key key, Slice payload);
}
