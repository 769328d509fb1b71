package io.jacinth.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.engine.propagation.Propagation;
import io.jacinth.engine.propagation.PropagationLog;
import io.jacinth.protocol.Slice;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No reply leaves before what it tells of is on the disk. */
class HeldRepliesTest {
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
  private static final Executor LOOP = Runnable::run;

  private final PropagationLog log = new PropagationLog();
  private final Propagation worker = new Propagation(log);
  private final HeldReplies replies = new HeldReplies(log);

  /** A client that counts what leaves. */
  private static final class Peer implements HeldReplies.Receiver {
    private long heldUpTo;
    private long lastTicket;
    private int written;
    private int sent;

    @Override
    public long heldUpTo() {
      return heldUpTo;
    }

    @Override
    public void heldUpTo(long ticket) {
      heldUpTo = ticket;
    }

    @Override
    public long lastTicket() {
      return lastTicket;
    }

    @Override
    public void send() {
      sent = written;
    }
  }

  @BeforeEach
  void turnOn() {
    log.turn(true);
    log.synchronous(true);
  }

  private void write(Peer peer) {
    worker.begin(0);
    worker.instead("SET").word("k").word("v");
    worker.changed();
    worker.end(NONE);
    peer.lastTicket = worker.lastTicket();
    answer(peer);
  }

  private void answer(Peer peer) {
    peer.written++;
    assertThat(replies.mustHold()).isTrue();
    replies.hold(peer);
  }

  @Test
  void leavesWithItsSync() {
    Peer first = new Peer();
    Peer second = new Peer();
    write(first);
    write(second);
    log.durable(1);
    replies.release(LOOP);
    assertThat(first.sent).isEqualTo(1);
    assertThat(second.sent).isZero();
    log.durable(2);
    replies.release(LOOP);
    assertThat(second.sent).isEqualTo(1);
    assertThat(replies.mustHold()).isFalse();
  }

  /** A client that does not wait for replies: what is written for it leaves together. */
  @Test
  void anEarlierSyncDoesNotLetALaterReplyOut() {
    Peer peer = new Peer();
    write(peer);
    write(peer);
    log.durable(1);
    replies.release(LOOP);
    assertThat(peer.sent).isZero();
    log.durable(2);
    replies.release(LOOP);
    assertThat(peer.sent).isEqualTo(2);
  }

  @Test
  void everythingLeavesWhenTheLogIsSwitchedOff() {
    Peer peer = new Peer();
    write(peer);
    write(peer);
    log.turn(false);
    replies.release(LOOP);
    assertThat(peer.sent).isEqualTo(2);
  }

  @Test
  void whoeverOnlyReadsIsNotHeldByADiskThatRefuses() {
    Peer writer = new Peer();
    Peer reader = new Peer();
    write(writer);
    answer(reader);
    assertThat(reader.sent).as("while the sync is under way").isZero();
    log.stuck(true);
    replies.release(LOOP);
    assertThat(reader.sent).isEqualTo(1);
    assertThat(writer.sent).isZero();
    answer(reader);
    answer(writer);
    assertThat(reader.sent).isEqualTo(2);
    assertThat(writer.sent).isZero();
    log.durable(1);
    log.stuck(false);
    replies.release(LOOP);
    assertThat(writer.sent).isEqualTo(2);
  }
}
