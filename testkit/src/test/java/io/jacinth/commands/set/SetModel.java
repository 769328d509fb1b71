package io.jacinth.commands.set;

import io.jacinth.testkit.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Sets in Java, to compare a server's with. */
final class SetModel {
  private static final int ROUNDS = 12;

  private SetModel() {}

  /** Sends SINTER, SUNION or SDIFF and its storing form, on sets of all sizes and forms. */
  static void check(TestServer server, String operation) {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < ROUNDS; round++) {
      List<TreeSet<String>> sets = new ArrayList<>();
      List<Object> command = new ArrayList<>(List.of(operation));
      int count = round == ROUNDS - 1 ? 150 : random.nextInt(1, 6);
      for (int i = 0; i < count; i++) {
        sets.add(fill(server, "s" + i, random));
        command.add("s" + i);
      }
      TreeSet<String> expected = combine(operation, sets);
      server.send(command.toArray()).expectUnordered(expected.toArray());
      command.set(0, operation + "STORE");
      command.add(1, "s0");
      server.send(command.toArray()).expectInteger(expected.size());
      server.send("SMEMBERS", "s0").expectUnordered(expected.toArray());
    }
  }

  private static TreeSet<String> fill(TestServer server, String key, SplittableRandom random) {
    int size = random.nextInt(4) == 0 ? random.nextInt(100, 700) : random.nextInt(1, 60);
    String prefix = random.nextInt(3) == 0 ? "m" : "";
    TreeSet<String> set = new TreeSet<>();
    List<Object> add = new ArrayList<>(List.of("SADD", key));
    for (int i = 0; i < size; i++) {
      String member = (random.nextInt(4) == 0 ? "m" : prefix) + random.nextInt(size * 2);
      set.add(member);
      add.add(member);
    }
    server.send("DEL", key);
    server.send(add.toArray()).expectInteger(set.size());
    return set;
  }

  private static TreeSet<String> combine(String operation, List<TreeSet<String>> sets) {
    TreeSet<String> result = new TreeSet<>(sets.getFirst());
    for (TreeSet<String> other : sets.subList(1, sets.size())) {
      switch (operation) {
        case "SINTER" -> result.retainAll(other);
        case "SUNION" -> result.addAll(other);
        default -> result.removeAll(other);
      }
    }
    return result;
  }
}
