package io.jacinth.engine.value.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.engine.value.Element;
import io.jacinth.engine.value.ElementSink;
import io.jacinth.engine.value.GradualWalk;
import io.jacinth.memory.ArenaChunks;
import io.jacinth.memory.Listpack;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Whatever is done to a stream meanwhile, a walk shows its nodes as they were, in their order. */
class StreamWalkTest {
  private static final long SEED = Long.getLong("jacinth.fuzz.seed", 1);
  private static final int NODES = 500;
  private static final int ROOM_BYTES = 200;

  private final SlabAllocator slabs = SlabAllocator.checking(new ArenaChunks(Runnable::run));
  private final Random random = new Random(SEED);
  private final Shown shown = new Shown();
  private final Stream stream = new Stream(slabs);
  private long lastMillis;

  @AfterEach
  void close() {
    while (!stream.freeSome(1024)) {}
    slabs.close();
  }

  /** Keeps the nodes that it is shown. */
  private static final class Shown implements ElementSink {
    final List<String> nodes = new ArrayList<>();

    @Override
    public void streamNode(long millis, long sequence, Slice node) {
      nodes.add(text(millis, sequence, new Listpack().set(node.segment(), node.offset())));
    }

    @Override
    public void node(Slice node) {
      throw new AssertionError("no list");
    }

    @Override
    public void member(Slice member) {
      throw new AssertionError("no set");
    }

    @Override
    public void scored(Slice member, double score) {
      throw new AssertionError("no sorted set");
    }

    @Override
    public void field(Slice field, Slice value, long deadlineMillis) {
      throw new AssertionError("no hash");
    }

    @Override
    public boolean hasRoom() {
      return true;
    }
  }

  private static String text(long millis, long sequence, Listpack list) {
    StringBuilder text = new StringBuilder(millis + "-" + sequence);
    Element element = new Element();
    for (int at = list.first(); at != 0; at = list.next(at)) {
      text.append(' ').append(element.set(list, at).bytes());
    }
    return text.toString();
  }

  private Listpack open(int index) {
    long ref = stream.nodes().ref(index);
    return new Listpack().set(slabs.segment(ref), SlabAllocator.offset(ref));
  }

  private void addNode() {
    long ref = stream.allocateNode(Listpack.EMPTY_BYTES, ROOM_BYTES);
    Listpack.format(slabs.segment(ref), SlabAllocator.offset(ref));
    stream.addNode(ref, ++lastMillis, random.nextInt(10));
    addNumber(stream.nodes().size() - 1);
  }

  private void addNumber(int index) {
    long number = random.nextInt(1_000_000);
    int bytes = Listpack.bytesOf(number);
    long needed = open(index).bytes() + (long) bytes;
    stream.growNode(index, needed, needed + random.nextInt(50));
    Listpack list = open(index);
    int at = list.end();
    list.makeRoom(at, at, bytes, 1);
    list.write(at, number);
  }

  private List<String> fill() {
    List<String> filled = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      addNode();
      addNumber(i);
      NodeDirectory nodes = stream.nodes();
      filled.add(text(nodes.millis(i), nodes.sequence(i), open(i)));
    }
    return filled;
  }

  private void change() {
    int nodes = stream.nodes().size();
    if (nodes == 0) {
      addNode();
      return;
    }
    switch (random.nextInt(6)) {
      case 0 -> addNode();
      case 1 -> stream.removeNode(0);
      case 2 -> stream.removeNode(random.nextInt(nodes));
      case 3 -> stream.shrinkNode(random.nextInt(nodes));
      default -> addNumber(random.nextInt(nodes));
    }
  }

  @RepeatedTest(5)
  void aStreamIsShownAsItWas() {
    List<String> expected = fill();
    GradualWalk walk = stream.walk(shown);
    assertThat(stream.isWalked()).isTrue();
    for (int i = 0; i == 0 || i % 4 != 0 || !walk.step(); i++) {
      change();
    }
    assertThat(shown.nodes).as("seed %s", SEED).isEqualTo(expected);
    assertThat(stream.isWalked()).isFalse();
  }

  @Test
  void aWalkThatIsGivenUpLeavesNothing() {
    fill();
    GradualWalk walk = stream.walk(shown);
    for (int i = 0; i < NODES / 2; i++) {
      stream.removeNode(0);
    }
    walk.end();
    assertThat(stream.isWalked()).isFalse();
    assertThat(shown.nodes).isEmpty();
  }

  @Test
  void aStreamWithoutNodesIsThroughAtOnce() {
    assertThat(stream.walk(shown).step()).isTrue();
    assertThat(stream.isWalked()).isFalse();
  }
}
