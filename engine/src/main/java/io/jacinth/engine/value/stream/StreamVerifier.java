package io.jacinth.engine.value.stream;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.jacinth.memory.Listpack;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.memory.TreeCursor;
import java.lang.foreign.MemorySegment;

/** Verifies that what a stream knows of itself is true. */
final class StreamVerifier {
  private final Stream stream;
  private final Node node = new Node();
  private final StreamId previous = new StreamId();
  private long entries;
  private boolean hasPrevious;

  private StreamVerifier(Stream stream) {
    this.stream = stream;
  }

  /**
   * Walks over everything.
   *
   * @throws IllegalStateException saying what is broken
   */
  static void verify(Stream stream) {
    StreamVerifier verifier = new StreamVerifier(stream);
    for (int i = 0; i < stream.nodes().size(); i++) {
      verifier.verifyNode(i);
    }
    verifier.require(verifier.entries == stream.length(), "the length is not that of the nodes");
    for (int i = 0; i < stream.groups().size(); i++) {
      verifier.verifyGroup(stream.groups().get(i));
    }
  }

  private void verifyNode(int index) {
    long ref = stream.nodes().ref(index);
    long at = SlabAllocator.offset(ref);
    long bytes = Listpack.bytes(stream.slabs().segment(ref), at);
    require(
        Listpack.isSound(stream.slabs().segment(ref), at, bytes), "a node is no sound packed list");
    require(bytes <= stream.slabs().capacity(ref), "a node is longer than its block");
    node.open(stream.slabs(), stream.nodes(), index);
    long live = 0;
    long deleted = 0;
    while (node.forward()) {
      require(!hasPrevious || node.compareTo(previous) > 0, "the ids do not ascend");
      previous.set(node.millis(), node.sequence());
      hasPrevious = true;
      if (node.isDeleted()) {
        deleted++;
      } else {
        verifyFirst();
        live++;
        entries++;
      }
    }
    require(live == node.live() && deleted == node.deleted(), "a node counts its entries wrongly");
    require(node.compareTo(stream.last()) <= 0, "an entry is beyond the last id");
    int back = 0;
    while (node.backward()) {
      back++;
    }
    require(back == live + deleted, "a node has other entries backwards");
  }

  private void verifyFirst() {
    require(entries > 0 || node.compareTo(stream.first()) == 0, "the first id is another");
  }

  private void verifyGroup(StreamGroup group) {
    group.pending().check(StreamVerifier::idAt);
    TreeCursor slot = new TreeCursor();
    TreeCursor other = new TreeCursor();
    StreamId id = new StreamId();
    for (boolean has = group.pending().findRank(0, slot); has; has = slot.next()) {
      StreamConsumer owner = group.consumer(StreamGroup.consumerNumber(slot));
      require(
          owner.pending().find(PendingCursor.read(slot, id), other),
          "a consumer does not know of an entry that it has");
    }
    long sum = 0;
    for (int i = 0; i < group.consumers().size(); i++) {
      StreamConsumer consumer = group.consumers().get(i);
      consumer.pending().check(StreamVerifier::idAt);
      sum += consumer.pendingCount();
    }
    require(sum == group.pendingCount(), "consumers have entries that the group does not know of");
  }

  private static StreamId idAt(MemorySegment segment, long at) {
    return new StreamId()
        .set(segment.get(JAVA_LONG_UNALIGNED, at), segment.get(JAVA_LONG_UNALIGNED, at + 8));
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException("stream: " + otherwise);
    }
  }
}
