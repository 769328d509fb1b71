package io.jacinth.persistence.aof;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.engine.propagation.Propagation;
import io.jacinth.engine.propagation.PropagationLog;
import org.junit.jupiter.api.Test;

/** Clients begin to wait for a disk that is late, before the oldest change is two seconds old. */
class SyncLagTest {
  private static final long TENTH = 100_000_000;

  private final PropagationLog log = new PropagationLog();
  private final Propagation worker = new Propagation(log);
  private final SyncLag lag = new SyncLag(log);
  private long now;

  /** Takes a ticket, as every change does. */
  private void change() {
    log.mark(worker);
  }

  private boolean look() {
    now += TENTH;
    return lag.isLate(now);
  }

  @Test
  void diskThatStandsStillIsLateAfterOneAndAHalfSeconds() {
    change();
    assertThat(look()).isFalse();
    long seen = now;
    while (now - seen < SyncLag.MOST_NANOS) {
      assertThat(look()).as("after %s ms", (now - seen) / 1_000_000).isFalse();
    }
    assertThat(look()).isTrue();
    log.durable(log.lastTicket());
    assertThat(look()).isFalse();
  }

  @Test
  void diskThatKeepsUpIsNeverLate() {
    for (int i = 0; i < 100; i++) {
      change();
      if (i % 10 == 0) {
        log.durable(log.lastTicket());
      }
      assertThat(look()).as("look %s", i).isFalse();
    }
  }

  @Test
  void diskThatFallsBehindIsLateThoughItGoesOn() {
    boolean isLate = false;
    for (int i = 0; i < 100 && !isLate; i++) {
      change();
      change();
      log.durable(log.durable() + 1);
      isLate = look();
    }
    assertThat(isLate).isTrue();
    assertThat(now).isBetween(2 * SyncLag.MOST_NANOS, 3 * SyncLag.MOST_NANOS);
  }

  @Test
  void nothingWaitsWhereNothingWasChanged() {
    for (int i = 0; i < 100; i++) {
      assertThat(look()).isFalse();
    }
  }
}
