package io.jacinth.engine.keyspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.jacinth.engine.value.MemberTable;
import io.jacinth.protocol.Slice;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Reading ahead, which has no effect that can be seen: where it looks, and that it does no harm.
 */
class PrefetchTest {
  private static final int MEMBERS = 2_000;

  private final Fixture fixture = new Fixture(1, 1, 1);
  private final Database database = fixture.databases[0];

  PrefetchTest() {
    for (int i = 0; i < MEMBERS; i++) {
      Slice member = Slice.of("member:" + i);
      database.hashToFill(fixture.key("hash")).put(member, member);
      database.setToFill(fixture.key("set")).add(member);
      database.zsetToFill(fixture.key("sorted set")).add(member, i);
    }
    database.setToFill(fixture.key("small")).add(Slice.of("member:1"));
    fixture.set(0, "string", "v", Entry.NO_DEADLINE);
    fixture.set(0, "integer", "12", Entry.NO_DEADLINE);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private long ref(String name) {
    return Objects.requireNonNull(database.find(fixture.key(name))).ref();
  }

  private MemberTable table(String name) {
    Keyspace keyspace = fixture.partitions.get(0).keyspace(0);
    return Objects.requireNonNull(keyspace.glanceAtMembers(ref(name)));
  }

  @Test
  void findsTheTablesOfLargeCollections() {
    database.setDeadline(fixture.key("set"), fixture.nowMillis + 1_000);
    for (String name : new String[] {"hash", "set", "sorted set"}) {
      assertThat(table(name).size()).isEqualTo(MEMBERS);
      assertThat(table(name).find(Slice.of("member:7"))).isNotZero();
    }
    Keyspace keyspace = fixture.partitions.get(0).keyspace(0);
    for (String name : new String[] {"small", "string", "integer"}) {
      assertThat(keyspace.glanceAtMembers(ref(name))).isNull();
    }
  }

  @Test
  void guessesMembers() {
    MemberTable table = table("set");
    Slice member = Slice.of("member:7");
    assertThat(table.index().guess(table.hash(member))).isEqualTo(table.find(member));
  }

  @Test
  void readsWhatIsThereAndWhatIsNot() {
    Prefetch prefetch = new Prefetch();
    for (int round = 0; round < 3; round++) {
      for (String name :
          new String[] {"hash", "set", "sorted set", "small", "string", "integer", "none"}) {
        prefetch.add(fixture.key(name)).set(Slice.of("member:3"));
        prefetch.add(fixture.key(name)).set(Slice.of("nobody"));
        prefetch.add(fixture.key(name));
      }
      assertThatCode(() -> prefetch.run(0)).doesNotThrowAnyException();
      database.flushAll();
    }
  }
}
