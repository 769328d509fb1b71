package io.jacinth.engine.tracking;

import io.jacinth.engine.ByteString;
import io.jacinth.engine.Push;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** The messages about changed keys, as clients know them. */
final class Invalidation {
  private static final String CHANNEL = "__redis__:invalidate";

  private Invalidation() {}

  /** That keys have changed. */
  static Push of(Collection<ByteString> keys) {
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    text(list, "*" + keys.size() + "\r\n");
    for (ByteString key : keys) {
      text(list, "$" + key.length() + "\r\n");
      list.writeBytes(key.bytes());
      text(list, "\r\n");
    }
    return Push.ofCache(message(list, true), message(list, false));
  }

  /** That any key may have changed. */
  static Push ofAll() {
    ByteArrayOutputStream resp2 = new ByteArrayOutputStream();
    text(resp2, "$-1\r\n");
    ByteArrayOutputStream resp3 = new ByteArrayOutputStream();
    text(resp3, "_\r\n");
    return Push.ofCache(message(resp2, true), message(resp3, false));
  }

  /** That the client which was to be told is not there any more. */
  static Push brokenRedirect(long id) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    text(bytes, ">2\r\n$21\r\ntracking-redir-broken\r\n:" + id + "\r\n");
    return Push.ofResp3(bytes.toByteArray());
  }

  private static byte[] message(ByteArrayOutputStream keys, boolean isResp2) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    text(
        bytes,
        isResp2
            ? "*3\r\n$7\r\nmessage\r\n$" + CHANNEL.length() + "\r\n" + CHANNEL + "\r\n"
            : ">2\r\n$10\r\ninvalidate\r\n");
    bytes.writeBytes(keys.toByteArray());
    return bytes.toByteArray();
  }

  private static void text(ByteArrayOutputStream bytes, String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
