package io.jacinth.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.memory.ArenaChunks;
import io.jacinth.memory.Listpack;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chain beside a plain list, under random changes. */
class ListChainTest {
  private final SlabAllocator slabs = SlabAllocator.checking(new ArenaChunks(Runnable::run));
  private final ListChain chain = new ListChain(slabs);
  private final List<String> model = new ArrayList<>();

  @AfterEach
  void everyBlockIsFreed() {
    while (!chain.freeSome(3)) {}
    assertThat(slabs.blockCount()).isZero();
    slabs.check();
    slabs.close();
  }

  private static Element element(String text) {
    return new Element().set(Slice.of(text));
  }

  private String at(long index) {
    Listpack list = chain.open(chain.locate(index));
    return new Element().set(list, list.at(chain.rest())).bytes().toString();
  }

  private void agree() {
    chain.check();
    slabs.check();
    assertThat(chain.size()).isEqualTo(model.size());
    Set<Long> blocks = new HashSet<>();
    chain.forEachBlock(blocks::add);
    assertThat(blocks).hasSize(chain.nodes()).hasSize((int) slabs.blockCount());
    for (int i = 0; i < model.size(); i++) {
      assertThat(at(i)).isEqualTo(model.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, -2, -5, 0, 1, 2, 7, 300})
  void agreesWithAPlainList(long setting) {
    Random random = new Random(setting);
    chain.within(setting);
    for (int step = 0; step < 6_000; step++) {
      change(random);
      if (step % 500 == 0) {
        agree();
      }
    }
    agree();
    Structure copy = chain.copy(slabs);
    copy.check();
    assertThat(copy.size()).isEqualTo(chain.size());
    while (!copy.freeSome(5)) {}
  }

  private void change(Random random) {
    String text = text(random);
    int size = model.size();
    int index = size == 0 ? 0 : random.nextInt(size);
    switch (random.nextInt(size == 0 ? 4 : 10)) {
      case 0, 1 -> {
        chain.addFirst(element(text));
        model.addFirst(text);
      }
      case 2, 3 -> {
        chain.addLast(element(text));
        model.addLast(text);
      }
      case 4, 5 -> {
        int node = chain.locate(index);
        int before = chain.open(node).at(chain.rest());
        chain.insert(node, before, element(text));
        model.add(index, text);
      }
      case 6 -> {
        int node = chain.locate(index);
        int position = chain.open(node).at(chain.rest());
        chain.replace(node, position, element(text));
        model.set(index, text);
      }
      case 7 -> {
        int node = chain.locate(index);
        Listpack list = chain.open(node);
        int position = list.at(chain.rest());
        chain.remove(node, position, list.after(position), 1);
        chain.settle(node);
        model.remove(index);
      }
      case 8 -> {
        int count = Math.min(size, random.nextInt(5) == 0 ? 100 : 2);
        chain.dropFirst(count);
        model.subList(0, count).clear();
      }
      default -> {
        int count = Math.min(size, random.nextInt(5) == 0 ? 100 : 2);
        chain.dropLast(count);
        model.subList(size - count, size).clear();
      }
    }
  }

  private static String text(Random random) {
    return switch (random.nextInt(30)) {
      case 0 -> "x".repeat(random.nextInt(10_000));
      case 1, 2, 3 -> "y".repeat(random.nextInt(700));
      case 4, 5 -> Integer.toString(random.nextInt());
      default -> "text" + random.nextInt(100);
    };
  }

  @Test
  void findsElementsAmongManyNodes() {
    chain.within(1);
    for (int i = 0; i < 3_000; i++) {
      chain.addLast(element("e" + (i + 700)));
    }
    for (int i = 0; i < 700; i++) {
      chain.addFirst(element("e" + (699 - i)));
    }
    assertThat(chain.nodes()).isEqualTo(3_700);
    chain.dropFirst(650);
    for (int i = 0; i < 3_050; i++) {
      assertThat(at(i)).isEqualTo("e" + (i + 650));
    }
    chain.check();
  }

  @Test
  void fullNodesFillTheirBlocks() {
    chain.within(-2);
    long bytes = 0;
    for (int i = 0; i < 100_000; i++) {
      Element element = element("element:" + i);
      bytes += element.packedBytes();
      chain.addLast(element);
    }
    assertThat(chain.bytes()).isLessThan(bytes + bytes / 100);
  }
}
