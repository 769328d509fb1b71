package io.jacinth.commands.debug;

import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.StoredValue;
import io.jacinth.engine.value.HashValue;
import io.jacinth.engine.value.ListValue;
import io.jacinth.engine.value.SetValue;
import io.jacinth.engine.value.stream.StreamCursor;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.protocol.Slice;
import java.nio.charset.StandardCharsets;

/**
 * The hash of one value as Redis's {@code DEBUG DIGEST} forms it: the type's number, the elements
 * (in their order where they have one), and whether there is a deadline. How the value is stored
 * does not show. Owned by whoever made it.
 */
final class ValueDigest {
  private static final byte[] HAS_DEADLINE = "!!expire!!".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FIELD_HAS_DEADLINE =
      "!!hexpire!!".getBytes(StandardCharsets.US_ASCII);

  private final Sha1Mix digest = new Sha1Mix();
  private final Sha1Mix element = new Sha1Mix();
  private final Slice view = new Slice();

  void clear() {
    digest.clear();
  }

  String text() {
    return digest.text();
  }

  Sha1Mix state() {
    return digest;
  }

  void mixKey(Entry entry) {
    digest.mix(entry.key(view).toBytes());
  }

  void mixValue(StoredValue value) {
    Entry entry = value.entry();
    switch (entry.type()) {
      case STRING -> {
        digest.mix(0);
        digest.mix(entry.string(view).toBytes());
      }
      case LIST -> mixList(value.list());
      case SET -> addMembers(value.set());
      case ZSET -> {
        digest.mix(3);
        value.zset().forEach((member, score) -> addPair(member.toBytes(), CNumber.g17(score)));
      }
      case HASH -> addFields(value.hash(), value.expiresElements());
      case STREAM -> mixEntries(value.stream().entries());
    }
    if (entry.hasDeadline()) {
      digest.add(HAS_DEADLINE);
    }
  }

  private void mixList(ListValue list) {
    digest.mix(1);
    for (boolean has = list.seek(0); has; has = list.next()) {
      digest.mix(list.element().bytes().toBytes());
    }
  }

  private void addMembers(SetValue set) {
    digest.mix(2);
    set.rewind();
    while (set.next()) {
      digest.add(set.member().bytes().toBytes());
    }
  }

  private void addPair(byte[] member, String score) {
    element.clear();
    element.mix(member);
    element.mix(score);
    digest.add(element);
  }

  private void addFields(HashValue hash, boolean mayExpire) {
    digest.mix(4);
    hash.forEach(
        (field, value) -> {
          element.clear();
          element.mix(field.bytes().toBytes());
          element.mix(value.bytes().toBytes());
          if (mayExpire && hash.deadline(field.bytes()) != HashValue.NO_DEADLINE) {
            element.add(FIELD_HAS_DEADLINE);
          }
          digest.add(element);
        });
  }

  private void mixEntries(StreamCursor entries) {
    digest.mix(6);
    StreamId least = new StreamId().setLeast();
    StreamId greatest = new StreamId().setGreatest();
    for (boolean has = entries.seek(least, greatest); has; has = entries.next()) {
      StreamId id = entries.id();
      digest.mix(Long.toUnsignedString(id.millis()) + "." + Long.toUnsignedString(id.sequence()));
      entries.words(word -> digest.mix(word.bytes().toBytes()));
    }
  }
}
