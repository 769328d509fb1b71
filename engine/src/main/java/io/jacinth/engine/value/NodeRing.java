package io.jacinth.engine.value;

import java.util.Arrays;

/**
 * The nodes of a {@link ListChain} in their order: of each the reference of its block and how many
 * elements it holds, in one word of a circular array, with sums over groups of {@value #GROUP}
 * words, so that an element is found by its index without a look at any block. About a thousandth
 * of the data, on the heap. Belongs to the chain.
 *
 * <pre>
 *   63          48 47                0
 *   +-------------+------------------+
 *   | elements 16 | reference     48 |
 *   +-------------+------------------+
 * </pre>
 */
final class NodeRing {
  /** The most elements of a node. */
  static final int MAX_COUNT = 0xFFFF;

  private static final int GROUP = 256;
  private static final int GROUP_SHIFT = 8;
  private static final int COUNT_SHIFT = 48;
  private static final long REF_MASK = (1L << COUNT_SHIFT) - 1;
  private static final int LEAST_CAPACITY = 4;

  private long[] words = new long[LEAST_CAPACITY];
  private int[] sums = new int[1];
  private int head;
  private int nodes;
  private long size;
  private int rest;

  /** The same nodes, in an array of their own. */
  NodeRing copy() {
    NodeRing copy = new NodeRing();
    copy.words = words.clone();
    copy.sums = sums.clone();
    copy.head = head;
    copy.nodes = nodes;
    copy.size = size;
    return copy;
  }

  /** Number of nodes. */
  int nodes() {
    return nodes;
  }

  /** Number of elements in all nodes. */
  long size() {
    return size;
  }

  /** Bytes on the heap. */
  long bytes() {
    return 8L * words.length + 4L * sums.length;
  }

  private int slot(int node) {
    return head + node & words.length - 1;
  }

  private static int count(long word) {
    return (int) (word >>> COUNT_SHIFT);
  }

  long ref(int node) {
    return words[slot(node)] & REF_MASK;
  }

  int count(int node) {
    return count(words[slot(node)]);
  }

  void ref(int node, long ref) {
    int slot = slot(node);
    words[slot] = words[slot] & ~REF_MASK | ref;
  }

  /** Notes that a node has so many elements more, or fewer. */
  void add(int node, int elements) {
    int slot = slot(node);
    put(slot, words[slot] + ((long) elements << COUNT_SHIFT));
  }

  private void put(int slot, long word) {
    int more = count(word) - count(words[slot]);
    words[slot] = word;
    sums[slot >>> GROUP_SHIFT] += more;
    size += more;
  }

  // ---------------------------------------------------------------- adding and removing nodes

  /** Sees to it that the next {@link #insert} needs no memory. */
  void reserve() {
    if (nodes == words.length) {
      resize(words.length * 2);
    }
  }

  private void resize(int capacity) {
    long[] larger = new long[capacity];
    int[] newSums = new int[Math.max(1, capacity >>> GROUP_SHIFT)];
    for (int node = 0; node < nodes; node++) {
      long word = words[slot(node)];
      larger[node] = word;
      newSums[node >>> GROUP_SHIFT] += count(word);
    }
    words = larger;
    sums = newSums;
    head = 0;
  }

  /** Adds a node without elements before the one of a number, or as the last. */
  void insert(int node, long ref) {
    reserve();
    if (node < nodes - node) {
      head = slot(-1);
      for (int i = 0; i < node; i++) {
        put(slot(i), words[slot(i + 1)]);
      }
    } else {
      for (int i = nodes; i > node; i--) {
        put(slot(i), words[slot(i - 1)]);
      }
    }
    nodes++;
    put(slot(node), ref);
  }

  /** Removes a node and what is counted of it. */
  void remove(int node) {
    nodes--;
    if (node < nodes - node) {
      for (int i = node; i > 0; i--) {
        put(slot(i), words[slot(i - 1)]);
      }
      put(head, 0);
      head = slot(1);
    } else {
      for (int i = node; i < nodes; i++) {
        put(slot(i), words[slot(i + 1)]);
      }
      put(slot(nodes), 0);
    }
    if (words.length > 2 * LEAST_CAPACITY && nodes < words.length / 8) {
      resize(words.length / 4);
    }
  }

  // ---------------------------------------------------------------- finding

  /**
   * The node that holds the element of an index from 0 to the size; the element's number in it is
   * then {@link #rest}.
   */
  int locate(long index) {
    return index < size / 2 ? fromFirst(index) : fromLast(size - 1 - index);
  }

  /** The number in its node of the element last located. */
  int rest() {
    return rest;
  }

  private int fromFirst(long index) {
    int ownGroup = head >>> GROUP_SHIFT;
    long left = index;
    int node = 0;
    while (true) {
      int slot = slot(node);
      int group = slot >>> GROUP_SHIFT;
      if (group != ownGroup && slot % GROUP == 0 && left >= sums[group]) {
        left -= sums[group];
        node += GROUP;
        continue;
      }
      int count = count(words[slot]);
      if (left < count) {
        rest = (int) left;
        return node;
      }
      left -= count;
      node++;
    }
  }

  private int fromLast(long index) {
    int ownGroup = slot(nodes - 1) >>> GROUP_SHIFT;
    long left = index;
    int node = nodes - 1;
    while (true) {
      int slot = slot(node);
      int group = slot >>> GROUP_SHIFT;
      if (group != ownGroup && slot % GROUP == GROUP - 1 && left >= sums[group]) {
        left -= sums[group];
        node -= GROUP;
        continue;
      }
      int count = count(words[slot]);
      if (left < count) {
        rest = count - 1 - (int) left;
        return node;
      }
      left -= count;
      node--;
    }
  }

  /** Verifies that the sums are right. */
  void check() {
    long total = 0;
    int[] counted = new int[sums.length];
    for (int slot = 0; slot < words.length; slot++) {
      counted[slot >>> GROUP_SHIFT] += count(words[slot]);
      total += count(words[slot]);
    }
    if (total != size || !Arrays.equals(counted, sums)) {
      throw new IllegalStateException("the nodes hold " + total + " elements, not " + size);
    }
  }
}
