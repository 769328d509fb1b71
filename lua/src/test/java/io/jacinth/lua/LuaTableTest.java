package io.jacinth.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** {@link LuaTable} against a map, and its borders and order against what C Lua answers. */
class LuaTableTest {
  private final LuaTable table = new LuaTable();

  @Test
  void agreesWithMapUnderRandomChanges() {
    long seed = System.getProperty("seed") == null ? 51 : Long.getLong("seed");
    SplittableRandom dice = new SplittableRandom(seed);
    Map<Object, Object> model = new HashMap<>();
    for (int i = 0; i < 100_000; i++) {
      Object key = key(dice);
      Object value = dice.nextInt(3) == 0 ? null : (Object) (double) i;
      table.put(key, value);
      if (value == null) {
        model.remove(key);
      } else {
        model.put(key, value);
      }
      Object asked = key(dice);
      assertThat(table.get(asked)).as("seed %d, step %d", seed, i).isEqualTo(model.get(asked));
    }
    Map<Object, Object> walked = new HashMap<>();
    for (int at = table.next(0); at > 0; at = table.next(at)) {
      walked.put(table.keyAt(at), table.valueAt(at));
    }
    assertThat(walked).isEqualTo(model);
  }

  private static Object key(SplittableRandom dice) {
    return switch (dice.nextInt(4)) {
      case 0 -> (double) dice.nextInt(200);
      case 1 -> dice.nextInt(50) + 0.5;
      case 2 -> LuaString.of("k" + dice.nextInt(200));
      default -> dice.nextInt(2) == 0;
    };
  }

  @Test
  void traversesInTheOrderOfC() {
    // Asked of Redis 7.0.15: local r={} for k in pairs({one=1,two=2,three=3,four=4,five=5}) do …
    LuaTable words = new LuaTable(MemoryBudget.ofAllocations(1 << 20), 0, 5);
    for (String word : List.of("one", "two", "three", "four", "five")) {
      words.put(word, true);
    }
    List<String> order = new ArrayList<>();
    for (int at = words.next(0); at > 0; at = words.next(at)) {
      order.add(String.valueOf(words.keyAt(at)));
    }
    assertThat(order).containsExactly(ORDER_IN_REDIS);
  }

  private static final String[] ORDER_IN_REDIS = {"two", "one", "four", "five", "three"};

  @Test
  void clearsFieldsWhileItIsTraversed() {
    for (int i = 0; i < 1000; i++) {
      table.put("k" + i, 1.0);
    }
    int seen = 0;
    for (int at = table.next(0); at > 0; at = table.next(at)) {
      table.put(table.keyAt(at), null);
      seen++;
    }
    assertThat(seen).isEqualTo(1000);
    assertThat(table.next(0)).isEqualTo(-1);
  }

  @Test
  void findsBorder() {
    for (int i = 1; i <= 100; i++) {
      table.putInt(i, true);
      assertThat(table.length()).isEqualTo(i);
    }
    table.putInt(100, null);
    assertThat(table.length()).isEqualTo(99);
  }

  @Test
  void refusesChangesWhenFrozen() {
    table.put("a", 1.0);
    table.freeze();
    assertThatThrownBy(() -> table.put("a", 2.0)).hasMessage("Attempt to modify a readonly table");
    assertThatThrownBy(() -> table.putInt(1, 2.0)).hasMessage("Attempt to modify a readonly table");
    assertThatThrownBy(() -> table.setMetatable(null))
        .hasMessage("Attempt to modify a readonly table");
    assertThat(table.get(LuaString.of("a"))).isEqualTo(1.0);
  }

  @Test
  void refusesKeysThatAreNone() {
    assertThatThrownBy(() -> table.put((Object) null, 1.0)).hasMessage("table index is nil");
    assertThatThrownBy(() -> table.putNumber(Double.NaN, 1.0)).hasMessage("table index is NaN");
  }

  @Test
  void chargesItsGrowth() {
    LuaTable small = new LuaTable(MemoryBudget.ofAllocations(10_000), 0, 0);
    assertThatThrownBy(
            () -> {
              for (int i = 1; i < 10_000; i++) {
                small.putInt(i, true);
              }
            })
        .hasMessage("not enough memory");
    assertThat(small.length()).isBetween(200, 600);
    assertThat(small.getInt(small.length())).isEqualTo(true);
  }
}
