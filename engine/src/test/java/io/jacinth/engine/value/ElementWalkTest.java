package io.jacinth.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.memory.ArenaChunks;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is done to a collection meanwhile, a walk shows it as it was, each element once. */
class ElementWalkTest {
  private static final long SEED = Long.getLong("jacinth.fuzz.seed", 1);
  private static final int MEMBERS = 3000;

  private final SlabAllocator slabs = SlabAllocator.checking(new ArenaChunks(Runnable::run));
  private final Random random = new Random(SEED);
  private final Shown shown = new Shown();

  @AfterEach
  void close() {
    slabs.close();
  }

  /** Keeps what it is shown, and refuses to be shown anything twice. */
  private static final class Shown implements ElementSink {
    final Map<String, Object> elements = new HashMap<>();

    private void once(Slice name, Object value) {
      assertThat(elements.put(name.toString(), value)).as("%s, seed %s", name, SEED).isNull();
    }

    @Override
    public void member(Slice member) {
      once(member, "");
    }

    @Override
    public void scored(Slice member, double score) {
      once(member, score);
    }

    @Override
    public void field(Slice field, Slice value, long deadlineMillis) {
      String suffix = deadlineMillis == HashTable.NO_DEADLINE ? "" : " until " + deadlineMillis;
      once(field, value + suffix);
    }

    @Override
    public void node(Slice node) {
      throw new AssertionError("no list");
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

  private static Slice name(int number) {
    return Slice.of("member" + number);
  }

  @Test
  void aSortedSetIsShownAsItWas() {
    ZsetTable set = new ZsetTable(slabs, new KeyHasher(SEED));
    Map<String, Object> expected = new HashMap<>();
    for (int i = 0; i < MEMBERS; i++) {
      set.add(name(i), i);
      expected.put("member" + i, (double) i);
    }
    ElementWalk walk = ElementWalk.begin(set, shown);
    for (int change = 0; change == 0 || !steps(walk, change); change++) {
      long ref = set.find(name(random.nextInt(MEMBERS * 2)));
      if (ref == 0) {
        int added = random.nextInt(MEMBERS * 2);
        if (set.find(name(added)) == 0) {
          set.add(name(added), random.nextInt());
        }
      } else if (random.nextInt(3) > 0) {
        set.rescore(ref, random.nextInt());
      } else {
        set.remove(ref);
      }
      if (change == MEMBERS / 3) {
        set.removeRange(0, set.size() / 2);
      }
    }
    assertThat(shown.elements).isEqualTo(expected);
    set.check();
    set.free();
  }

  @Test
  void aHashIsShownAsItWas() {
    HashTable hash = new HashTable(slabs, new KeyHasher(SEED));
    Map<String, Object> expected = new HashMap<>();
    for (int i = 0; i < MEMBERS; i++) {
      hash.put(name(i), Slice.of("v" + i), HashTable.NO_DEADLINE);
      expected.put("member" + i, "v" + i);
    }
    ElementWalk walk = ElementWalk.begin(hash, shown);
    for (int change = 0; change == 0 || !steps(walk, change); change++) {
      Slice field = name(random.nextInt(MEMBERS * 2));
      if (random.nextInt(3) > 0) {
        Slice value = Slice.of("w".repeat(random.nextInt(40)));
        hash.put(field, value, random.nextInt(50) == 0 ? 1000 : HashTable.NO_DEADLINE);
      } else {
        hash.remove(field);
      }
    }
    assertThat(shown.elements).isEqualTo(expected);
    hash.check();
    while (!hash.freeSome(1024)) {}
  }

  @Test
  void deadlinesOfFieldsAreShownAsTheyWere() {
    HashTable hash = new HashTable(slabs, new KeyHasher(SEED));
    Map<String, Object> expected = new HashMap<>();
    for (int i = 0; i < MEMBERS; i++) {
      hash.put(name(i), Slice.of("v" + i), 1000 + i);
      expected.put("member" + i, "v" + i + " until " + (1000 + i));
    }
    assertThat(hash.earliestDeadline()).isEqualTo(1000);
    ElementWalk walk = ElementWalk.begin(hash, shown);
    for (int change = 0; change == 0 || !steps(walk, change); change++) {
      int number = random.nextInt(MEMBERS * 2);
      long deadline = random.nextBoolean() ? random.nextInt(5000) : HashTable.NO_DEADLINE;
      if (hash.fields().find(name(number)) == 0 || random.nextInt(3) == 0) {
        hash.put(name(number), Slice.of("w"), deadline);
      } else if (random.nextInt(3) == 0) {
        hash.remove(name(number));
      } else {
        hash.setDeadline(name(number), deadline);
      }
      if (change == MEMBERS / 2) {
        hash.removeExpired(1500, MEMBERS, gone -> {});
      }
    }
    assertThat(shown.elements).isEqualTo(expected);
    hash.check();
    while (!hash.freeSome(1024)) {}
  }

  @Test
  void aSetIsShownAsItWas() {
    SetTable set = new SetTable(slabs, new KeyHasher(SEED));
    Map<String, Object> expected = new HashMap<>();
    for (int i = 0; i < MEMBERS; i++) {
      set.add(name(i));
      expected.put("member" + i, "");
    }
    ElementWalk walk = ElementWalk.begin(set, shown);
    for (int change = 0; change == 0 || !steps(walk, change); change++) {
      int number = random.nextInt(change < MEMBERS / 2 ? MEMBERS : MEMBERS * 4);
      long ref = set.find(name(number));
      if (ref != 0) {
        set.remove(ref);
      } else {
        set.add(name(number));
      }
    }
    assertThat(shown.elements).isEqualTo(expected);
    set.check();
    set.free();
  }

  /** A few steps now and then; true at the end. */
  private boolean steps(ElementWalk walk, int change) {
    return change % 8 == 0 && walk.step();
  }

  @Test
  void aWalkThatIsGivenUpLeavesNothing() {
    SetTable set = new SetTable(slabs, new KeyHasher(SEED));
    set.add(name(1));
    ElementWalk walk = ElementWalk.begin(set, shown);
    assertThat(set.isWalked()).isTrue();
    walk.end();
    assertThat(set.isWalked()).isFalse();
    set.remove(set.find(name(1)));
    assertThat(shown.elements).isEmpty();
    set.free();
  }
}
