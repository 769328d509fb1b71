package io.jacinth.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Whatever is done to a list meanwhile, a walk shows it as it was, in its order. */
class NodeWalkTest {
  private static final long SEED = Long.getLong("jacinth.fuzz.seed", 1);
  private static final int ELEMENTS = 3000;
  private static final int NODE_ELEMENTS = 16;

  private final SlabAllocator slabs = SlabAllocator.checking(new ArenaChunks(Runnable::run));
  private final Random random = new Random(SEED);
  private final Shown shown = new Shown();
  private final ListChain chain = new ListChain(slabs).within(NODE_ELEMENTS);

  @AfterEach
  void close() {
    while (!chain.freeSome(1024)) {}
    slabs.close();
  }

  /** Keeps the elements of the nodes that it is shown. */
  private static final class Shown implements ElementSink {
    final List<String> elements = new ArrayList<>();
    private final Listpack list = new Listpack();
    private final Element element = new Element();

    @Override
    public void node(Slice node) {
      list.set(node.segment(), node.offset());
      for (int at = list.first(); at != 0; at = list.next(at)) {
        elements.add(element.set(list, at).bytes().toString());
      }
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
    public void streamNode(long millis, long sequence, Slice node) {
      throw new AssertionError("no stream");
    }

    @Override
    public boolean hasRoom() {
      return true;
    }
  }

  private static Element element(String text) {
    return new Element().set(Slice.of(text));
  }

  private List<String> fill() {
    List<String> filled = new ArrayList<>();
    for (int i = 0; i < ELEMENTS; i++) {
      filled.add("element" + i);
      chain.addLast(element("element" + i));
    }
    return filled;
  }

  @RepeatedTest(5)
  void aListIsShownAsItWas() {
    List<String> expected = fill();
    GradualWalk walk = chain.walk(shown);
    for (int i = 0; i == 0 || i % 8 != 0 || !walk.step(); i++) {
      change();
    }
    assertThat(shown.elements).as("seed %s", SEED).isEqualTo(expected);
    assertThat(chain.isWalked()).isFalse();
    chain.check();
  }

  private void change() {
    Element some = element("x".repeat(random.nextInt(60)));
    if (chain.size() < 50) {
      chain.addLast(some);
      return;
    }
    int node = random.nextInt(chain.nodes());
    int position = chain.open(node).at(random.nextInt(chain.count(node)));
    switch (random.nextInt(8)) {
      case 0 -> chain.addFirst(some);
      case 1 -> chain.addLast(some);
      case 2 -> chain.dropFirst(1 + random.nextInt(20));
      case 3 -> chain.dropLast(1 + random.nextInt(20));
      case 4, 5 -> chain.insert(node, position, some);
      case 6 -> chain.replace(node, position, some);
      default -> {
        chain.remove(node, position, chain.open(node).after(position), 1);
        chain.settle(node);
      }
    }
  }

  @Test
  void aWalkThatIsGivenUpLeavesNothing() {
    fill();
    GradualWalk walk = chain.walk(shown);
    chain.dropFirst(ELEMENTS / 2);
    walk.end();
    assertThat(chain.isWalked()).isFalse();
    assertThat(shown.elements).isEmpty();
  }

  @Test
  void aListThatIsFreedWhileItIsShownIsShownAllTheSame() {
    List<String> expected = fill();
    GradualWalk walk = chain.walk(shown);
    while (!chain.freeSome(1024)) {}
    while (!walk.step()) {}
    assertThat(shown.elements).isEqualTo(expected);
  }
}
