package io.jacinth.engine.pubsub;

import io.jacinth.engine.ByteString;
import io.jacinth.engine.Client;
import io.jacinth.engine.ClientGroup;
import io.jacinth.engine.Push;
import io.jacinth.protocol.Slice;
import java.util.Arrays;

/** Who hears one channel or pattern: a group of clients on each loop. Read by any thread. */
final class Audience {
  private final ByteString name;
  private final Slice slice;
  private volatile ClientGroup[] groups = {};

  Audience(ByteString name) {
    this.name = name;
    this.slice = Slice.of(name.bytes());
  }

  ByteString name() {
    return name;
  }

  /** The name for comparisons off-heap; not to be moved. */
  Slice slice() {
    return slice;
  }

  /** The group of a client's loop. Under the directory's lock. */
  ClientGroup groupOf(Client client) {
    for (ClientGroup group : groups) {
      if (group.mailbox() == client.mailbox()) {
        return group;
      }
    }
    ClientGroup[] more = Arrays.copyOf(groups, groups.length + 1);
    ClientGroup added = new ClientGroup(client.mailbox());
    more[groups.length] = added;
    groups = more;
    return added;
  }

  /** Number of clients. */
  int size() {
    int size = 0;
    for (ClientGroup group : groups) {
      size += group.size();
    }
    return size;
  }

  /** Sends a message to all; answers how many there are. */
  int send(Push message) {
    int receivers = 0;
    for (ClientGroup group : groups) {
      int size = group.size();
      if (size > 0) {
        receivers += size;
        group.push(message);
      }
    }
    return receivers;
  }
}
