package io.jacinth.engine.keyspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.engine.value.ListValue;
import io.jacinth.engine.value.stream.EntryFields;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamValue;
import io.jacinth.protocol.Slice;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Removing a large collection, by command or by its deadline, frees next to nothing at once, and
 * the rest in steps of some hundred blocks: each is over in a small part of the millisecond for
 * which a partition may be kept from others.
 */
class LargeRemovalTest {
  private static final int ELEMENTS = 200_000;

  /** The workers' own step. */
  private static final int STEP = 64;

  /** A bucket of a hash table holds seven elements, or more in a chain. */
  private static final int MOST_BLOCKS = STEP * 12;

  private final Fixture fixture = new Fixture(1, 1, 1);
  private final Database database = fixture.databases[0];
  private final Partition partition = fixture.partitions.get(0);

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void hash() {
    removes((key, i) -> database.hashToFill(key).put(text("field:", i), text("value:", i)));
  }

  @Test
  void setOfStrings() {
    removes((key, i) -> database.setToFill(key).add(text("member:", i)));
  }

  @Test
  void setOfIntegers() {
    removes((key, i) -> database.setToFill(key).add(text("", i)));
  }

  @Test
  void sortedSet() {
    removes((key, i) -> database.zsetToFill(key).add(text("member:", i), i * 7_919L % ELEMENTS));
  }

  @Test
  void list() {
    String padding = "x".repeat(200);
    removes((key, i) -> push(database.listToFill(key), text(padding, i)));
  }

  /** Nodes are few and large: half a millisecond for a million short elements. */
  @Test
  void listOfHundredsOfNodes() {
    Key key = fixture.key("k");
    fill(key, (list, i) -> push(database.listToFill(list), text("element:", i)));
    database.delete(key, KeyEvent.DEL);
    assertThat(partition.hasDoomed()).isFalse();
    partition.check();
  }

  @Test
  void stream() {
    removes((key, i) -> add(database.streamToFill(key), i));
  }

  @Test
  void whatIsReplacedOverAndOverDoesNotPileUp() {
    fill(fixture.key("k"), (key, i) -> database.setToFill(key).add(text("member:", i)));
    long ofOne = blocks();
    for (int i = 0; i < 3; i++) {
      Key source = fixture.key("k");
      assertThat(database.exists(source)).isTrue();
      database.copy(source, database, fixture.key("copy"), KeyEvent.COPY_TO);
    }
    assertThat(blocks()).isLessThan(3 * ofOne);
    partition.check();
  }

  private static void push(ListValue list, Slice element) {
    list.expect(element.length(), 1);
    list.addLast(element);
  }

  private static void add(StreamValue stream, int number) {
    Slice[] words = {Slice.of("field"), text("value:", number)};
    EntryFields fields =
        new EntryFields() {
          @Override
          public int count() {
            return words.length;
          }

          @Override
          public Slice argument(int index) {
            return words[index];
          }
        };
    StreamId id = new StreamId();
    id.set(number + 1, 0);
    stream.add(id, fields, 0, words[0].length() + (long) words[1].length());
  }

  private static Slice text(String prefix, int number) {
    return Slice.of(prefix + number);
  }

  private void removes(BiConsumer<Key, Integer> filling) {
    Key key = fixture.key("k");
    fill(key, filling);
    long before = blocks();
    database.delete(key, KeyEvent.DEL);
    assertThat(before - blocks()).isLessThan(MOST_BLOCKS);
    freesInSteps();

    fill(key, filling);
    database.setDeadline(key, fixture.nowMillis + 1);
    fixture.advance(2);
    before = blocks();
    assertThat(database.exists(fixture.key("k"))).isFalse();
    assertThat(before - blocks()).isLessThan(MOST_BLOCKS);
    freesInSteps();
  }

  private void fill(Key key, BiConsumer<Key, Integer> filling) {
    for (int i = 0; i < ELEMENTS; i++) {
      filling.accept(key, i);
    }
    assertThat(blocks()).isGreaterThan(STEP * 4);
  }

  private void freesInSteps() {
    assertThat(partition.hasDoomed()).isTrue();
    while (partition.hasDoomed()) {
      long before = blocks();
      long ignored = partition.reclaimSome(STEP);
      assertThat(before - blocks()).isLessThan(MOST_BLOCKS);
    }
    assertThat(database.size()).isZero();
    partition.check();
  }

  private long blocks() {
    return partition.slabs().blockCount();
  }
}
