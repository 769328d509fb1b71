package io.jacinth.persistence;

import io.jacinth.engine.value.ValueType;
import io.jacinth.persistence.rdb.RdbException;
import io.jacinth.protocol.Slice;
import java.util.HashSet;
import java.util.Set;

/** Refuses what the reader cannot see: members and fields that come twice. Keeps nothing else. */
final class SoundnessCheck extends Ignorance {
  private final Set<String> members = new HashSet<>();
  private boolean isList;

  private void once(Slice member) {
    if (!members.add(member.toString())) {
      throw new RdbException("a member comes twice");
    }
  }

  @Override
  public void begin(ValueType type, long count) {
    isList = type == ValueType.LIST;
  }

  @Override
  public void element(Slice bytes) {
    if (!isList) {
      once(bytes);
    }
  }

  @Override
  public void field(Slice field, Slice value, long deadlineMillis) {
    once(field);
  }

  @Override
  public void scored(Slice member, double score) {
    once(member);
  }

  @Override
  public void group(Slice name, long lastMillis, long lastSequence, long entriesRead) {
    once(name);
  }
}
