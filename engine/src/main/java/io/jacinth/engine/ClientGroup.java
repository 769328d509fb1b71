package io.jacinth.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Clients of one loop that hear the same messages. Changed and walked on that loop's thread alone,
 * so that a message never reaches who has left; its size is read by every thread.
 */
public final class ClientGroup {
  /** A client's place in a group, by which it leaves. */
  public static final class Seat {
    private final Client client;
    private final long firstLetter;
    private int index;

    Seat(Client client, long firstLetter, int index) {
      this.client = client;
      this.firstLetter = firstLetter;
      this.index = index;
    }
  }

  private final Mailbox mailbox;
  private final List<Seat> seats = new ArrayList<>();
  private volatile int size;

  public ClientGroup(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  /** The mailbox of the clients' loop. */
  public Mailbox mailbox() {
    return mailbox;
  }

  /** Takes a client in, which hears what is posted from now on. */
  public Seat add(Client client) {
    Seat seat = new Seat(client, mailbox.nextLetter(), seats.size());
    seats.add(seat);
    size = seats.size();
    return seat;
  }

  /** Lets a client go; the last one takes its place. */
  public void remove(Seat seat) {
    Seat last = seats.removeLast();
    if (last != seat) {
      last.index = seat.index;
      seats.set(seat.index, last);
    }
    size = seats.size();
  }

  public int size() {
    return size;
  }

  /** Sends a message to all. Called anywhere. */
  public void push(Push message) {
    mailbox.post(message, this);
  }

  /** The client at a place, or null where it came after a letter was posted. */
  @Nullable Client client(int index, long letter) {
    Seat seat = seats.get(index);
    return seat.firstLetter <= letter ? seat.client : null;
  }
}
