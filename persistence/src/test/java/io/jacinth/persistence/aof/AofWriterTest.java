package io.jacinth.persistence.aof;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.engine.SystemClock;
import io.jacinth.engine.log.LogLevel;
import io.jacinth.engine.log.ServerLog;
import io.jacinth.engine.propagation.Propagation;
import io.jacinth.engine.propagation.PropagationLog;
import io.jacinth.protocol.Slice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said to be on the disk is there, whatever the disk does. */
@Timeout(60)
class AofWriterTest implements AofWriter.Listener {
  private static final String SELECT = "*2\r\n$6\r\nSELECT\r\n$1\r\n0\r\n";
  private static final Propagation.Words NONE =
      new Propagation.Words() {
        @Override
        public int count() {
          return 0;
        }

        @Override
        public Slice argument(int index) {
          throw new IndexOutOfBoundsException(index);
        }
      };

  @TempDir Path folder;

  private final PropagationLog log = new PropagationLog();
  private final Propagation worker = new Propagation(log);
  private final UnreliableDisk disk = new UnreliableDisk();
  private final AtomicInteger basesAskedFor = new AtomicInteger();
  private volatile AofWriter.Policy policy = AofWriter.Policy.ALWAYS;
  private volatile @Nullable String trouble;
  private AofWriter writer;

  private Path file(int number) {
    return folder.resolve("a." + number);
  }

  @BeforeEach
  void start() throws IOException {
    log.turn(true);
    log.synchronous(true);
    writer =
        new AofWriter(
            log,
            new SystemClock(),
            ServerLog.toStream(
                OutputStream.nullOutputStream(),
                () -> LogLevel.WARNING,
                1,
                InstantSource.system(),
                ZoneOffset.UTC),
            () -> policy,
            () -> false,
            disk,
            this);
    writer.open(file(1));
    writer.start();
  }

  @AfterEach
  void stop() {
    disk.room(Long.MAX_VALUE);
    writer.close();
  }

  private void set(String key, String value) {
    worker.begin(0);
    worker.instead("SET").word(key).word(value);
    worker.changed();
    worker.end(NONE);
    worker.batchEnd();
  }

  private static String words(String key, String value) {
    return "*3\r\n$3\r\nSET\r\n$%d\r\n%s\r\n$%d\r\n%s\r\n"
        .formatted(key.length(), key, value.length(), value);
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void nothingIsDurableThatAPowerCutWouldTake() {
    for (int i = 1; i <= 200; i++) {
      set("key", Integer.toString(i));
      long ticket = i;
      await(() -> log.durable() >= ticket);
      assertThat(disk.survivor(file(1))).endsWith(words("key", Integer.toString(i)));
    }
    assertThat(log.delaysReplies()).isFalse();
  }

  @Test
  void aFullDiskLeavesNoHalfCommand() throws IOException {
    set("a", "1");
    await(() -> log.durable() == 1);
    disk.room(10);
    set("b", "2");
    await(() -> trouble != null);
    assertThat(trouble).isEqualTo("No space left on device");
    assertThat(log.delaysReplies()).isTrue();
    assertThat(Files.readString(file(1))).isEqualTo(SELECT + words("a", "1"));
    disk.room(Long.MAX_VALUE);
    await(() -> log.durable() == 2 && trouble == null);
    assertThat(Files.readString(file(1))).isEqualTo(SELECT + words("a", "1") + words("b", "2"));
  }

  @Test
  void aSyncThatFailedIsNotMadeGoodByALaterOne() {
    set("a", "1");
    await(() -> log.durable() == 1);
    disk.failSyncs(1);
    set("b", "2");
    await(() -> basesAskedFor.get() > 0);
    assertThat(trouble).isEqualTo("Input/output error");
    writer.baseWritten();
    await(() -> basesAskedFor.get() > 1);
    assertThat(log.durable()).as("a base of before the failure").isEqualTo(1);

    log.mark(worker);
    set("c", "3");
    await(() -> disk.survivor(file(2)).endsWith(words("c", "3")));
    assertThat(log.durable()).as("while the new base is not there").isEqualTo(1);
    assertThat(trouble).isNotNull();
    writer.baseWritten();
    await(() -> log.durable() == log.lastTicket() && trouble == null);
  }

  @Test
  void aSecondPassesWithoutSyncAtMost() {
    policy = AofWriter.Policy.EVERY_SECOND;
    log.synchronous(false);
    long began = System.nanoTime();
    set("a", "1");
    await(() -> disk.survivor(file(1)).endsWith(words("a", "1")));
    assertThat(System.nanoTime() - began).isLessThan(3_000_000_000L);
  }

  @Override
  public Path nextFile() {
    return file(2);
  }

  @Override
  public void trouble(@Nullable String reason) {
    trouble = reason;
  }

  @Override
  public void newBaseNeeded() {
    basesAskedFor.incrementAndGet();
  }

  @Override
  public void durable() {}

  @Override
  public void wrote(long nanos) {}

  @Override
  public void synced(long nanos) {}
}
