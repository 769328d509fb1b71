package io.jacinth.engine.value.stream;

import io.jacinth.engine.value.Element;
import io.jacinth.memory.Listpack;
import io.jacinth.protocol.Reply;
import java.util.function.Consumer;

/**
 * A walk over the entries of a stream between two ids, both inclusive, forwards or backwards. It is
 * reused; valid until the next write to the stream. Belongs to the view that made it.
 *
 * <p>{@code for (boolean has = cursor.seek(…); has; has = cursor.next())}
 */
public final class StreamCursor {
  private final Node node = new Node();
  private final Node counter = new Node();
  private final Listpack countView = new Listpack();
  private final StreamId from = new StreamId();
  private final StreamId to = new StreamId();
  private final StreamId id = new StreamId();
  private Stream stream;
  private boolean isReversed;
  private int index;

  /** The node in which, or before which, the lower bound lies, and that of the upper one. */
  private int low;

  private int high;

  /** Live entries of the first node that lie outside the bounds, on the side of the start. */
  private long passed;

  /** Whether the node is at an entry that {@link #find} went to. */
  private boolean isFinding;

  @SuppressWarnings("NullAway") // open() sets the stream before anything else
  StreamCursor() {}

  void open(Stream newStream) {
    stream = newStream;
    isFinding = false;
  }

  /** Goes to the first entry from one id to another; false where there is none. */
  public boolean seek(StreamId first, StreamId last) {
    return seek(first, last, false);
  }

  /**
   * Goes to the first entry between two ids, or to the last where the walk is to be backwards;
   * false where there is none.
   */
  public boolean seek(StreamId first, StreamId last, boolean reversed) {
    from.set(first);
    to.set(last);
    isReversed = reversed;
    NodeDirectory nodes = stream.nodes();
    low = Math.max(nodes.floor(from.millis(), from.sequence()), 0);
    high = nodes.floor(to.millis(), to.sequence());
    index = reversed ? high : low;
    passed = 0;
    if (high < low) {
      return false;
    }
    isFinding = false;
    openNode();
    return next();
  }

  /** Notes where the walk, which goes forwards, is, for {@link #resume}. */
  public void mark(StreamId into) {
    into.set(index, node.position());
  }

  /**
   * Goes to where a walk through the same stream, which has not changed since, was marked, and from
   * there to the stream's end. Spares the search in the node.
   */
  public void resume(StreamId mark) {
    from.setLeast();
    to.setGreatest();
    high = stream.nodes().size() - 1;
    isReversed = false;
    isFinding = false;
    index = (int) mark.millis();
    low = index;
    passed = 0;
    openNode();
    node.goBefore((int) mark.sequence());
    boolean ignored = next();
  }

  /** Goes to the entry with an id; false where there is none. Quick for ids asked in order. */
  public boolean find(StreamId sought) {
    int at = stream.nodes().floor(sought.millis(), sought.sequence());
    if (at < 0) {
      return false;
    }
    boolean goesOn = isFinding && at == index && node.compareTo(sought) <= 0;
    if (!goesOn) {
      isReversed = false;
      index = at;
      openNode();
      isFinding = node.forward();
    }
    while (isFinding && node.compareTo(sought) < 0) {
      isFinding = node.forward();
    }
    id.set(sought);
    return isFinding && node.compareTo(sought) == 0 && !node.isDeleted();
  }

  private void openNode() {
    node.open(stream.slabs(), stream.nodes(), index);
    if (isReversed) {
      node.rewindToEnd();
    }
  }

  /** Goes to the next entry; false where there is none. */
  public boolean next() {
    while (true) {
      while (isReversed ? node.backward() : node.forward()) {
        if (isBeyond(node)) {
          return false;
        }
        if (isBefore(node)) {
          passed += node.isDeleted() ? 0 : 1;
        } else if (!node.isDeleted()) {
          id.set(node.millis(), node.sequence());
          return true;
        }
      }
      if (index == (isReversed ? low : high)) {
        return false;
      }
      index += isReversed ? -1 : 1;
      passed = 0;
      openNode();
    }
  }

  /**
   * How many entries the walk has from here on, up to so many; to be asked where {@link #seek} has
   * just gone. Nodes that lie within the bounds are not walked through.
   */
  public long count(long most) {
    long sum = isWithin(index) ? node.live() - passed : 1 + countRest(counter.set(node));
    int last = isReversed ? low : high;
    for (int i = index; i != last && sum < most; ) {
      i += isReversed ? -1 : 1;
      sum += isWithin(i) ? live(i) : countRest(openCounter(i));
    }
    return Math.min(sum, most);
  }

  /** Whether a node, coming from the start, does not reach beyond the end. */
  private boolean isWithin(int i) {
    return isReversed
        ? i > low || from.compareTo(stream.nodes().millis(i), stream.nodes().sequence(i)) <= 0
        : i < high || to.compareTo(stream.last()) >= 0;
  }

  private long live(int i) {
    return Node.live(stream.slabs(), stream.nodes().ref(i), countView);
  }

  private Node openCounter(int i) {
    counter.open(stream.slabs(), stream.nodes(), i);
    return isReversed ? counter.rewindToEnd() : counter;
  }

  private long countRest(Node walk) {
    long count = 0;
    while ((isReversed ? walk.backward() : walk.forward()) && !isBeyond(walk)) {
      count += walk.isDeleted() ? 0 : 1;
    }
    return count;
  }

  private boolean isBeyond(Node entry) {
    return isReversed ? entry.compareTo(from) < 0 : entry.compareTo(to) > 0;
  }

  private boolean isBefore(Node entry) {
    return isReversed ? entry.compareTo(to) > 0 : entry.compareTo(from) < 0;
  }

  /** The id of the entry; a view that moves with the cursor. */
  public StreamId id() {
    return id;
  }

  /** Gives the entry's fields and values in turn; the visitor must not change anything. */
  public void words(Consumer<Element> visitor) {
    node.words(visitor);
  }

  /** Answers the entry: its id, and its fields and values. */
  public void writeTo(Reply reply) {
    reply.array(2);
    id.writeTo(reply);
    node.writeFields(reply);
  }
}
