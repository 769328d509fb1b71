package io.jacinth.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Clients of one loop that hear the same messages. Changed and walked on that loop's thread alone,
 * so that a message never reaches who has left; its size is read by every thread.
 */
public final class ClientGroup {
  /** A client's place in a group, by which it leaves. */
  public static final class Seat {
    private final Client client;
    private int index;

    Seat(Client client, int index) {
      this.client = client;
      this.index = index;
    }
  }

  private final List<Seat> seats = new ArrayList<>();
  private volatile int size;

  public Seat add(Client client) {
    Seat seat = new Seat(client, seats.size());
    seats.add(seat);
    size = seats.size();
    return seat;
  }

  /** Takes a client out; the last one takes its place. */
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

  /** The client at a place, below {@link #size()}. */
  Client client(int index) {
    return seats.get(index).client;
  }
}
